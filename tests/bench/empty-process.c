/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the dynamic linker costs cap-cedre, and nothing else. */
int
main (void)
{
  return 0;
}
