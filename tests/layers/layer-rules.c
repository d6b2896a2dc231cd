/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rules of the house: the table of floors, the table of walls, and the words that may not stand in a file.
 */
#include "layer-rules.h"

#include <string.h>

typedef struct
{
  const char *name;
  int height;
  gboolean has_widgets;
  gboolean is_program; /* nothing may include it */
} Floor;

/* The command line stands beside the widgets, not below them: neither sees the other. */
static const Floor floors[] = {
  { "base", 0, FALSE, FALSE },
  { "model", 1, FALSE, FALSE },
  { "formats", 2, FALSE, FALSE },
  { "planning", 3, FALSE, FALSE },
  { "editing", 4, FALSE, FALSE },
  { "document", 5, FALSE, FALSE },
  { "printing", 6, FALSE, FALSE },
  { "cli", 7, FALSE, TRUE },
  { "widgets", 7, TRUE, FALSE },
  { "pages", 8, TRUE, FALSE },
  { "window", 9, TRUE, FALSE },
  { "application", 10, TRUE, TRUE },
};

typedef struct
{
  const char *prefix;   /* of a header between angle brackets */
  const char *lowest;   /* floor that may include it */
  const char *highest;
  gboolean needs_widgets;
} Wall;

static const Wall walls[] = {
  { "libxml/", "formats", "formats", FALSE },
  { "cairo", "printing", "application", FALSE },
  { "pango/", "printing", "application", FALSE },
  { "gtk/", "widgets", "application", TRUE },
  { "gdk/", "widgets", "application", TRUE },
  { "gsk/", "widgets", "application", TRUE },
  { "adwaita", "widgets", "application", TRUE },
};

#define INCLUDE_PATTERN "^\\s*#\\s*include\\s*([\"<])([^\">]+)[\">]"
#define UNFINISHED_PATTERN "\\b(TODO|FIXME|XXX)\\b"
#define SKIPPED_PATTERN "\\bg_test_(skip|skip_printf|incomplete|incomplete_printf)\\b"
#define TRANSLATED_PATTERN \
  "(?<![A-Za-z0-9_])(_|N_|C_|NC_|Q_|gettext|ngettext|g_dgettext|g_dngettext|g_dpgettext|g_dpgettext2) ?\\("
#define TRANSLATABLE_PATTERN "translatable=\"(yes|true|1)\""

static const Floor *
find_floor (const char *name, gsize length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (floors); i++)
    {
      if (strlen (floors[i].name) == length && strncmp (floors[i].name, name, length) == 0)
        return &floors[i];
    }
  return NULL;
}

/* The floor of "FLOOR/…", NULL where there is no such floor or no folder at all. */
static const Floor *
leading_floor (const char *path)
{
  const char *slash = strchr (path, '/');

  return slash != NULL ? find_floor (path, slash - path) : NULL;
}

static const Floor *
floor_of_file (const char *path)
{
  if (g_str_has_prefix (path, "app/"))
    return leading_floor (path + strlen ("app/"));
  if (g_str_has_prefix (path, "tests/"))
    return leading_floor (path + strlen ("tests/"));
  return NULL;
}

static gboolean
may_include (const Floor *from, const Floor *to)
{
  if (from == to)
    return TRUE;
  if (to->is_program || (to->has_widgets && !from->has_widgets))
    return FALSE;
  return to->height < from->height;
}

static gboolean
may_pass (const Floor *floor, const Wall *wall)
{
  const Floor *lowest = find_floor (wall->lowest, strlen (wall->lowest));
  const Floor *highest = find_floor (wall->highest, strlen (wall->highest));

  if (wall->needs_widgets && !floor->has_widgets)
    return FALSE;
  return floor->height >= lowest->height && floor->height <= highest->height;
}

G_GNUC_PRINTF (4, 5)
static void
complain (GPtrArray *complaints, const char *path, guint line, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (complaints, g_strdup_printf ("%s:%u: %s", path, line, what));
}

/* The end of a string or character literal that starts at @start, or of its line where it has none. */
static const char *
literal_end (const char *start)
{
  const char *p = start + 1;

  while (*p != '\0' && *p != '\n' && *p != *start)
    p += (p[0] == '\\' && p[1] != '\0') ? 2 : 1;
  return *p == *start ? p + 1 : p;
}

static const char *
comment_end (const char *start)
{
  const char *end;

  if (start[1] == '/')
    return start + strcspn (start, "\n");
  end = strstr (start + 2, "*/");
  return end != NULL ? end + 2 : start + strlen (start);
}

/* C with each comment turned to blanks, so that lines keep their numbers; literals stay. */
static char *
blank_comments (const char *text)
{
  GString *code = g_string_sized_new (strlen (text));
  const char *end;

  for (const char *p = text; *p != '\0'; p = end)
    {
      if (p[0] == '/' && (p[1] == '/' || p[1] == '*'))
        {
          end = comment_end (p);
          for (const char *c = p; c < end; c++)
            g_string_append_c (code, *c == '\n' ? '\n' : ' ');
          continue;
        }
      end = (*p == '"' || *p == '\'') ? literal_end (p) : p + 1;
      g_string_append_len (code, p, end - p);
    }
  return g_string_free (code, FALSE);
}

static void
check_own_header (const char *path, guint line, const char *header, GPtrArray *complaints)
{
  const Floor *from = floor_of_file (path);
  const Floor *to = leading_floor (header);

  if (to == NULL)
    {
      if (g_str_has_prefix (path, "app/"))
        complain (complaints, path, line, "\"%s\" is not written from app/ as \"floor/file.h\"", header);
    }
  else if (from != NULL && !may_include (from, to))
    {
      complain (complaints, path, line, "%s may not include \"%s\": it does not lie below", from->name, header);
    }
}

static void
check_foreign_header (const char *path, guint line, const char *header, GPtrArray *complaints)
{
  const Floor *from = floor_of_file (path);

  if (from == NULL || !g_str_has_prefix (path, "app/"))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (walls); i++)
    {
      if (g_str_has_prefix (header, walls[i].prefix) && !may_pass (from, &walls[i]))
        complain (complaints, path, line, "%s may not include <%s>: that belongs on another floor", from->name, header);
    }
}

static void
check_includes (const char *path, const char *code, GPtrArray *complaints)
{
  g_autoptr (GRegex) include = g_regex_new (INCLUDE_PATTERN, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
  g_auto (GStrv) lines = g_strsplit (code, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (GMatchInfo) match = NULL;
      g_autofree char *mark = NULL;
      g_autofree char *header = NULL;

      if (!g_regex_match (include, lines[i], G_REGEX_MATCH_DEFAULT, &match))
        continue;
      mark = g_match_info_fetch (match, 1);
      header = g_match_info_fetch (match, 2);
      if (*mark == '"')
        check_own_header (path, i + 1, header, complaints);
      else
        check_foreign_header (path, i + 1, header, complaints);
    }
}

static void
check_absent (const char *path, const char *text, const char *pattern, const char *why, GPtrArray *complaints)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_regex_match (regex, lines[i], G_REGEX_MATCH_DEFAULT, NULL))
        complain (complaints, path, i + 1, "%s", why);
    }
}

static void
check_licence (const char *path, const char *text, GPtrArray *complaints)
{
  if (!g_str_has_prefix (text, "/* SPDX-License-Identifier: GPL-3.0-or-later\n"))
    complain (complaints, path, 1, "the first line is not the SPDX licence line");
}

void
layer_check_source (const char *path, const char *text, GPtrArray *complaints)
{
  g_autofree char *code = blank_comments (text);

  check_licence (path, text, complaints);
  check_includes (path, code, complaints);
  if (g_str_has_prefix (path, "app/"))
    {
      if (floor_of_file (path) == NULL)
        complain (complaints, path, 1, "it lies on no floor");
      check_absent (path, text, UNFINISHED_PATTERN, "unfinished work is left here", complaints);
    }
  else
    {
      check_absent (path, code, SKIPPED_PATTERN, "a test may not be skipped", complaints);
    }
}

gboolean
layer_needs_translation (const char *path, const char *text)
{
  g_autofree char *code = NULL;

  if (g_str_has_suffix (path, ".ui"))
    return g_regex_match_simple (TRANSLATABLE_PATTERN, text, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT);
  code = blank_comments (text);
  return g_regex_match_simple (TRANSLATED_PATTERN, code, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT);
}

char *
layer_mirrored (const char *path)
{
  const char *below;

  if (floor_of_file (path) == NULL || !g_str_has_prefix (path, "tests/") || !g_str_has_suffix (path, "-test.c"))
    return NULL;
  below = path + strlen ("tests/");
  return g_strdup_printf ("app/%.*s", (int) (strlen (below) - strlen ("-test.c")), below);
}
