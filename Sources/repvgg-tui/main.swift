print("repvgg-tui")
