/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Records of a journal: their text. Reading a file of them is in journal-reader.c.
 */
#include "document/journal-record.h"

#include <string.h>

#include "document/journal-line.h"

static const char *const kinds[MARATHON_JOURNAL_N_RECORDS] = {
  [MARATHON_JOURNAL_RECORD_HEADER] = "journal", [MARATHON_JOURNAL_RECORD_BEGIN] = "begin",
  [MARATHON_JOURNAL_RECORD_PART] = "part",      [MARATHON_JOURNAL_RECORD_EDIT] = "edit",
  [MARATHON_JOURNAL_RECORD_COMMIT] = "commit",  [MARATHON_JOURNAL_RECORD_SAVE] = "save",
};

void
marathon_journal_header_clear (MarathonJournalHeader *header)
{
  g_clear_pointer (&header->path, g_free);
  g_clear_pointer (&header->title, g_free);
}

void
marathon_journal_save_free (MarathonJournalSave *save)
{
  g_free (save->path);
  g_free (save);
}

/* --- Values --- */

static gboolean
must_be_escaped (guint8 byte)
{
  return byte <= ' ' || byte == '%' || byte == 0x7f;
}

/* At most MARATHON_JOURNAL_MAX_TEXT bytes of @value: names of files are shorter, and of a label the rest is not
 * missed. */
static void
append_escaped (GString *line, const char *value)
{
  gsize length = strlen (value);

  if (length > MARATHON_JOURNAL_MAX_TEXT)
    for (length = MARATHON_JOURNAL_MAX_TEXT; length > 0 && ((guint8) value[length] & 0xc0) == 0x80; length--)
      ;
  for (gsize i = 0; i < length; i++)
    if (must_be_escaped ((guint8) value[i]))
      g_string_append_printf (line, "%%%02X", (guint8) value[i]);
    else
      g_string_append_c (line, value[i]);
}

/* Returns: (transfer full) (nullable): what is written from @text to @end. */
static char *
unescape (const char *text, const char *end)
{
  GString *value = g_string_sized_new ((gsize) (end - text) + 1);

  for (; text < end; text++)
    {
      if (*text != '%')
        {
          g_string_append_c (value, *text);
          continue;
        }
      if (end - text < 3 || !g_ascii_isxdigit (text[1]) || !g_ascii_isxdigit (text[2]))
        return g_string_free (value, TRUE);
      g_string_append_c (value, (char) (g_ascii_xdigit_value (text[1]) * 16 + g_ascii_xdigit_value (text[2])));
      text += 2;
    }
  return g_string_free (value, FALSE);
}

static void
append_identity (GString *line, const MarathonFileIdentity *identity)
{
  g_string_append_printf (line, "size=%" G_GUINT64_FORMAT " hash=", identity->size);
  for (guint i = 0; i < MARATHON_HASH_SIZE; i++)
    g_string_append_printf (line, "%02x", identity->hash[i]);
}

static void
append_text (GString *line, const char *name, const char *value)
{
  if (value == NULL)
    return;
  g_string_append_printf (line, " %s=", name);
  append_escaped (line, value);
}

/* What is left of a payload that is being read. */
typedef struct {
  const char *at;
  const char *end;
} Rest;

/* Whether a value called @name (or the first one, where @name is NULL) is next; then it is from *value to *end. */
static gboolean
take_value (Rest *rest, const char *name, const char **value, const char **end)
{
  gsize length = name != NULL ? strlen (name) : 0;
  const char *blank;

  if (name != NULL)
    {
      if ((gsize) (rest->end - rest->at) <= length || memcmp (rest->at, name, length) != 0 || rest->at[length] != '=')
        return FALSE;
      rest->at += length + 1;
    }
  blank = memchr (rest->at, ' ', (gsize) (rest->end - rest->at));
  *value = rest->at;
  *end = blank != NULL ? blank : rest->end;
  rest->at = blank != NULL ? blank + 1 : rest->end;
  return TRUE;
}

static gboolean
take_number (Rest *rest, const char *name, gint64 *number)
{
  const char *value, *end;
  g_autofree char *text = NULL;

  if (!take_value (rest, name, &value, &end) || end - value > 20)
    return FALSE;
  text = g_strndup (value, (gsize) (end - value));
  return g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, number, NULL);
}

static gboolean
take_hexadecimal (Rest *rest, const char *name, guint64 *number)
{
  const char *value, *end;

  return take_value (rest, name, &value, &end) && end - value == MARATHON_JOURNAL_HEX_SIZE
         && marathon_journal_hex_parse (value, number);
}

static gboolean
take_identity (Rest *rest, MarathonFileIdentity *identity)
{
  const char *value, *end;
  gint64 size;

  if (!take_number (rest, "size", &size) || size < 0 || !take_value (rest, "hash", &value, &end)
      || end - value != 2 * MARATHON_HASH_SIZE)
    return FALSE;
  for (guint i = 0; i < MARATHON_HASH_SIZE; i++)
    {
      int high = g_ascii_xdigit_value (value[2 * i]), low = g_ascii_xdigit_value (value[2 * i + 1]);

      if (high < 0 || low < 0)
        return FALSE;
      identity->hash[i] = (guint8) (high * 16 + low);
    }
  identity->size = (guint64) size;
  identity->is_set = TRUE;
  return TRUE;
}

/* %FALSE where it is there and wrong. */
static gboolean
take_optional_text (Rest *rest, const char *name, char **text)
{
  const char *value, *end;

  if (!take_value (rest, name, &value, &end))
    return TRUE;
  *text = unescape (value, end);
  return *text != NULL;
}

/* Whether that was all: what nobody wrote is nothing to be trusted. */
static gboolean
is_empty (const Rest *rest)
{
  return rest->at == rest->end;
}

/* --- Writing --- */

void
marathon_journal_append_copy (GString                   *lines,
                              MarathonJournalChain      *chain,
                              MarathonJournalRecordKind  kind,
                              const char                *payload,
                              gsize                      length)
{
  gsize start = marathon_journal_line_start (lines, chain);

  g_string_append (lines, kinds[kind]);
  g_string_append_c (lines, ' ');
  g_string_append_len (lines, payload, (gssize) length);
  marathon_journal_line_finish (lines, start, chain);
}

static void
append_record (GString *lines, MarathonJournalChain *chain, MarathonJournalRecordKind kind, GString *payload)
{
  marathon_journal_append_copy (lines, chain, kind, payload->str, payload->len);
}

void
marathon_journal_append_header (GString *lines, MarathonJournalChain *chain, const MarathonJournalHeader *header)
{
  g_autoptr (GString) payload = g_string_new (NULL);

  g_string_append_printf (payload, "format=%u id=%016" G_GINT64_MODIFIER "x ", MARATHON_JOURNAL_FORMAT, header->id);
  append_identity (payload, &header->base);
  g_string_append_printf (payload, " event=%016" G_GINT64_MODIFIER "x", header->event_id);
  append_text (payload, "path", header->path);
  append_text (payload, "title", header->title != NULL ? header->title : "");
  append_record (lines, chain, MARATHON_JOURNAL_RECORD_HEADER, payload);
}

void
marathon_journal_append_begin (GString *lines, MarathonJournalChain *chain, const char *label)
{
  g_autoptr (GString) payload = g_string_new (NULL);

  append_escaped (payload, label);
  append_record (lines, chain, MARATHON_JOURNAL_RECORD_BEGIN, payload);
}

void
marathon_journal_append_edit (GString *lines, MarathonJournalChain *chain, const char *text, gsize length)
{
  for (; length > MARATHON_JOURNAL_MAX_PART; text += MARATHON_JOURNAL_MAX_PART, length -= MARATHON_JOURNAL_MAX_PART)
    marathon_journal_append_copy (lines, chain, MARATHON_JOURNAL_RECORD_PART, text, MARATHON_JOURNAL_MAX_PART);
  marathon_journal_append_copy (lines, chain, MARATHON_JOURNAL_RECORD_EDIT, text, length);
}

void
marathon_journal_append_commit (GString *lines, MarathonJournalChain *chain, gint64 time)
{
  g_autoptr (GString) payload = g_string_new (NULL);

  g_string_append_printf (payload, "%" G_GINT64_FORMAT, time);
  append_record (lines, chain, MARATHON_JOURNAL_RECORD_COMMIT, payload);
}

void
marathon_journal_append_save (GString *lines, MarathonJournalChain *chain, const MarathonJournalSave *save)
{
  g_autoptr (GString) payload = g_string_new (NULL);

  g_string_append_printf (payload, "%" G_GINT64_FORMAT " ", save->step);
  append_identity (payload, &save->identity);
  g_string_append_printf (payload, " time=%" G_GINT64_FORMAT, save->time);
  append_text (payload, "path", save->path);
  append_record (lines, chain, MARATHON_JOURNAL_RECORD_SAVE, payload);
}

/* --- Reading --- */

gboolean
marathon_journal_find_kind (const char *word, gsize length, MarathonJournalRecordKind *kind)
{
  for (guint i = 0; i < MARATHON_JOURNAL_N_RECORDS; i++)
    if (strlen (kinds[i]) == length && memcmp (kinds[i], word, length) == 0)
      {
        *kind = (MarathonJournalRecordKind) i;
        return TRUE;
      }
  return FALSE;
}

static Rest
start_reading (const MarathonJournalRecord *record)
{
  return (Rest) { record->payload, record->payload + record->length };
}

gboolean
marathon_journal_parse_header (const MarathonJournalRecord *record, MarathonJournalHeader *header)
{
  Rest rest = start_reading (record);
  gint64 format;

  *header = (MarathonJournalHeader) { 0 };
  if (record->kind == MARATHON_JOURNAL_RECORD_HEADER && take_number (&rest, "format", &format)
      && format == MARATHON_JOURNAL_FORMAT && take_hexadecimal (&rest, "id", &header->id)
      && take_identity (&rest, &header->base) && take_hexadecimal (&rest, "event", &header->event_id)
      && take_optional_text (&rest, "path", &header->path) && take_optional_text (&rest, "title", &header->title)
      && header->title != NULL && g_utf8_validate (header->title, -1, NULL) && is_empty (&rest))
    return TRUE;
  marathon_journal_header_clear (header);
  return FALSE;
}

gboolean
marathon_journal_parse_commit (const MarathonJournalRecord *record, gint64 *time)
{
  Rest rest = start_reading (record);

  return record->kind == MARATHON_JOURNAL_RECORD_COMMIT && take_number (&rest, NULL, time) && is_empty (&rest);
}

gboolean
marathon_journal_parse_save (const MarathonJournalRecord *record, MarathonJournalSave *save)
{
  Rest rest = start_reading (record);

  *save = (MarathonJournalSave) { 0 };
  return record->kind == MARATHON_JOURNAL_RECORD_SAVE && take_number (&rest, NULL, &save->step)
         && take_identity (&rest, &save->identity) && take_number (&rest, "time", &save->time)
         && take_optional_text (&rest, "path", &save->path) && is_empty (&rest);
}

char *
marathon_journal_parse_begin (const MarathonJournalRecord *record)
{
  g_autofree char *label
    = record->kind == MARATHON_JOURNAL_RECORD_BEGIN ? unescape (record->payload, record->payload + record->length) : NULL;

  /* It is shown to people. */
  return label != NULL && g_utf8_validate (label, -1, NULL) ? g_steal_pointer (&label) : NULL;
}
