/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-command.h"

CapCommand *random_command_new (CapDossier *dossier) G_GNUC_WARN_UNUSED_RESULT;
