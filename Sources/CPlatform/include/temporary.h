#ifndef CPLATFORM_TEMPORARY_H
#define CPLATFORM_TEMPORARY_H

/// Notes the file at `path` to be removed when a signal ends the process, or by `cp_remove_temporaries`.
/// Returns its number for `cp_forget_temporary`; -1 where too many are noted or the path is too long.
int cp_note_temporary(const char *path);

/// The file of this number is no temporary any more, or is gone.
void cp_forget_temporary(int number);

/// Removes the files that are noted; only calls that are safe in a signal handler.
void cp_remove_temporaries(void);

#endif
