/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonCourse: the course and what it means for records (domain.md A10).
 */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

#define MARATHON_TYPE_COURSE (marathon_course_get_type ())
G_DECLARE_FINAL_TYPE (MarathonCourse, marathon_course, MARATHON, COURSE, MarathonRecord)

/** The members are set from their columns (marathon_record_set_text()) and are for reading only. */
struct _MarathonCourse {
  MarathonRecord parent_instance;

  guint length; /* 42195 for a marathon; 0: not said */
  const char *start;
  const char *finish;
  const char *certified; /* of measurement; "" for none */
  int separation; /* hundredths of a per cent of the length; 0: not said */
  int drop; /* hundredths */
};

G_END_DECLS
