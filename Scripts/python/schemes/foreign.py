"""Modules of other projects' packages, without what those packages load when they are imported whole.

A package's own `__init__` wants cameras, loggers and services; a block needs nothing but PyTorch. So the
packages are entered as empty modules that only know their folder, and just the needed files are loaded.
"""

import importlib
import pathlib
import sys
import types


def load(name):
    """The module `name`, for instance `mmpretrain.models.backbones.repvgg`."""
    parts = name.split(".")
    for depth in range(1, len(parts)):
        package = ".".join(parts[:depth])
        if package not in sys.modules:
            sys.modules[package] = _entered(package)
    return importlib.import_module(name)


def _entered(package):
    """`package` as a module that only knows its folder."""
    for base in map(pathlib.Path, sys.path):
        folder = base.joinpath(*package.split("."))
        if folder.is_dir():
            module = types.ModuleType(package)
            module.__path__ = [str(folder)]
            return module
    raise ImportError(f"no {package}; make the environment with Scripts/python-env --schemes")


def rename(module, name):
    """Makes `module` and its own classes be pickled under the module name `name`."""
    parent = name.rpartition(".")[0]
    if parent:
        sys.modules.setdefault(parent, types.ModuleType(parent))
    sys.modules[name] = module
    for member in vars(module).values():
        if isinstance(member, type) and member.__module__ == module.__name__:
            member.__module__ = name


def adopt(cls, module):
    """Makes `cls`, a class of ours, be pickled as one of `module`."""
    cls.__module__ = module.__name__
    cls.__qualname__ = cls.__name__
    setattr(module, cls.__name__, cls)
    return cls
