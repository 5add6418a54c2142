package terminal

const ttyName = "CONIN$"
