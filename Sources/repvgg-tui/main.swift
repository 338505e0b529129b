internal import CMemory
internal import Glibc

cm_end_when_out_of_memory(CommandLineError.Status.unreadable.rawValue)
Surroundings.prepare()
exit(Program.run(CommandWords.all))
