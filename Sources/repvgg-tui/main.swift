internal import Glibc

Surroundings.prepare()
exit(Program.run(Array(CommandLine.arguments.dropFirst())))
