#ifndef CMEMORY_H
#define CMEMORY_H

/// Makes the program end with a sentence and `status` when there is no memory left, wherever it was asked for.
///
/// Swift's own arrays end a process by a trap then. Large demands are checked before they are made (`Memory`
/// in RepCore); this is for the rest. The terminal is given back first, and temporary files removed.
void cm_end_when_out_of_memory(int status);

#endif
