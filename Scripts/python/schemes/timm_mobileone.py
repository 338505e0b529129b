"""A small network of the real timm's MobileOne blocks."""


def network(byobnet, classes):
    """timm's blocks as in its mobileone_s0, four branches each; squeeze-excite in the last pair."""
    stages, channels = [], 8
    for depth, width, excite in ((1, 8, False), (2, 24, False), (1, 40, True)):
        stage = []
        for _ in range(depth):
            common = dict(attn_layer="se") if excite else {}
            for group, c, block in (
                (1, channels, dict(num_conv_branches=4)),
                (0, width, dict(num_conv_branches=4, kernel_size=1)),
            ):
                stage.append(byobnet.ByoBlockCfg(
                    type="one", d=1, c=c, gs=group, block_kwargs=block, **common
                ))
            channels = width
        stages.append(stage)
    cfg = byobnet.ByoModelCfg(
        blocks=tuple(stages),
        stem_type="one",
        stem_chs=8,
        attn_kwargs=dict(rd_ratio=0.25, rd_divisor=1),
    )
    return byobnet.ByobNet(cfg, num_classes=classes, in_chans=3)
