/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <stdbool.h>

/**
 * FaultCallsHow:
 * @FAULT_CALLS_NOTHING: only count
 * @FAULT_CALLS_KILL_BEFORE: the program is killed instead
 * @FAULT_CALLS_KILL_AFTER: the program is killed right after, or once half is written
 * @FAULT_CALLS_FAIL: the call fails
 * @FAULT_CALLS_FAIL_ON: that call and all that follow fail
 */
typedef enum
{
  FAULT_CALLS_NOTHING,
  FAULT_CALLS_KILL_BEFORE,
  FAULT_CALLS_KILL_AFTER,
  FAULT_CALLS_FAIL,
  FAULT_CALLS_FAIL_ON,
} FaultCallsHow;

/**
 * FaultCallsKind:
 * @number: as errno, when it fails: 0 otherwise; what gives room back does not fail
 * @all: whether each call counts; if not, some only of a row of the same ones do
 */
typedef struct
{
  FaultCallsHow how;
  int           number;
  bool          all;
} FaultCallsKind;

void fault_calls_arm        (const FaultCallsKind *kind,
                             unsigned              nth);
bool fault_calls_is_reached (void);
void fault_calls_disarm     (void);
void fault_calls_set_clock  (long                  seconds);
