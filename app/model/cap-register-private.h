/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-register.h"

G_BEGIN_DECLS

extern const CapChoice   cap_public_choices[];
extern const CapChoice   cap_half_hour_choices[];

extern const CapRegister cap_registers_context[];
extern const guint       cap_n_registers_context;
extern const CapRegister cap_registers_system[];
extern const guint       cap_n_registers_system;
extern const CapRegister cap_registers_people[];
extern const guint       cap_n_registers_people;
extern const CapRegister cap_registers_review[];
extern const guint       cap_n_registers_review;
extern const CapRegister cap_registers_audit[];
extern const guint       cap_n_registers_audit;
extern const CapRegister cap_registers_finding[];
extern const guint       cap_n_registers_finding;
extern const CapRegister cap_registers_group[];
extern const guint       cap_n_registers_group;
extern const CapRegister cap_registers_campaign[];
extern const guint       cap_n_registers_campaign;

G_END_DECLS
