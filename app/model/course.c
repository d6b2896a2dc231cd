/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonCourse: the table of its columns.
 */
#include "model/course.h"

#include <glib/gi18n-lib.h>

static const MarathonColumn columns[] = {
  { "length", N_ ("Length in metres"), MARATHON_COLUMN_UINT, G_STRUCT_OFFSET (MarathonCourse, length) },
  { "start", N_ ("Start"), MARATHON_COLUMN_TEXT, G_STRUCT_OFFSET (MarathonCourse, start), .maximum = 500 },
  { "finish", N_ ("Finish"), MARATHON_COLUMN_TEXT, G_STRUCT_OFFSET (MarathonCourse, finish), .maximum = 500 },
  { "certified", N_ ("Certificate"), MARATHON_COLUMN_TEXT, G_STRUCT_OFFSET (MarathonCourse, certified),
    .maximum = 200 },
  { "separation", N_ ("Separation of start and finish (%)"), MARATHON_COLUMN_DECIMAL, G_STRUCT_OFFSET (MarathonCourse, separation),
    .maximum = 10000 },
  { "drop", N_ ("Net drop (m/km)"), MARATHON_COLUMN_DECIMAL, G_STRUCT_OFFSET (MarathonCourse, drop),
    .minimum = -100000, .maximum = 100000 },
};

G_DEFINE_FINAL_TYPE (MarathonCourse, marathon_course, MARATHON_TYPE_RECORD)

static void
marathon_course_class_init (MarathonCourseClass *klass)
{
  marathon_record_class_set_columns (MARATHON_RECORD_CLASS (klass), "course", columns, G_N_ELEMENTS (columns));
}

static void
marathon_course_init (MarathonCourse *course)
{
}
