/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the shim is to do to which call: read from the environment once, asked at each call.
 *
 *   FAULTS_FOLDER   only calls on files in this folder and below count; a real path without a "/" at its end
 *   FAULTS_PLAN     CALL[@PART]:FIRST:COUNT:KIND[:NUMBER], several of them with "," between; the first that fits a
 *                   call is done. CALL is the name of a call or "*", PART some text of its path, FIRST counts such
 *                   calls from 1, COUNT 0 means all from there on.
 *   FAULTS_LOG      (optional) a file outside of the folder that gets each call: see shim-log.h
 */
#pragma once

#include <stdbool.h>

typedef enum {
  SHIM_GOOD,    /* "good"    the call is made as it is */
  SHIM_KILL,    /* "kill"    the process is killed before the call */
  SHIM_ERROR,   /* "error"   nothing is done, errno is NUMBER; a file is closed all the same */
  SHIM_SHORT,   /* "short"   half of what is to be written is */
  SHIM_WRONG,   /* "wrong"   another byte is written */
  SHIM_DELAY,   /* "delay"   the call is made NUMBER milliseconds later */
  SHIM_DROP,    /* "drop"    nothing is done, and the call says that it was: a planted mistake */
  SHIM_LATE,    /* "late"    fsync: not done now but after the file was renamed: a planted mistake */
  SHIM_APART,   /* "apart"   renameat: the old file is removed first: a planted mistake */
} ShimKind;

/** Reads the plan; ends the process where it cannot be understood. */
void shim_plan_read (void);

bool shim_plan_is_ours (const char *path);

/** Counts the call and says what is to be done, with the plan's number; one caller at a time. */
ShimKind shim_plan_ask (const char *call, const char *path, int *number);
