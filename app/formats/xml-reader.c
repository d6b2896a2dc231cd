/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonXmlReader: the push parser of libxml2 with our own SAX2 handlers.
 */
#include "formats/xml-reader.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#include "formats/format-error.h"
#include "formats/xml-message.h"

G_DEFINE_QUARK (marathon-format-error-quark, marathon_format_error)

#define CHUNK (64 * 1024)
#define MAX_FINDINGS 100

struct _MarathonXmlReader {
  GInputStream *stream; /* borrowed */
  MarathonXmlHandlers handlers;
  gpointer user_data;
  MarathonProgressFunc progress;
  guint64 progress_total;
  gpointer progress_data;

  xmlParserCtxtPtr parser; /* %NULL: there is no memory for it */
  GPtrArray *findings;
  gboolean converted; /* from UTF-16 */
  gboolean stopped;
  gboolean root_seen;
  gboolean ending;       /* all bytes have been fed */
  gboolean text_refused; /* the current run of text was refused already */
  gboolean in_cdata;     /* of the text that is told now the parser's place is the start, not the end */
  guint depth;
  GHashTable *unknown_names; /* pointers of the parser's dictionary */
  gsize since_event; /* bytes fed since the parser last told of something */

  GArray *attributes; /* of MarathonXmlAttribute, for the current element */
  GArray *places;     /* of const xmlChar *: where each value stands in the input, for columns */
  GString *values;    /* the decoded values, each with its NUL */
};

static void
free_finding (gpointer data)
{
  MarathonXmlFinding *finding = data;

  g_free (finding->message);
  g_free (finding);
}

static void
stop (MarathonXmlReader *reader)
{
  if (!reader->stopped)
    xmlStopParser (reader->parser);
  reader->stopped = TRUE;
}

/* Takes @message. */
static void
add_finding (MarathonXmlReader *reader, guint line, guint column, int code, char *message)
{
  g_autofree char *raw = message;
  MarathonXmlFinding *finding;

  if (reader->stopped)
    return;
  finding = g_new0 (MarathonXmlFinding, 1);
  finding->line = line;
  finding->column = column;
  finding->code = code;
  finding->message = marathon_xml_message_clean (raw);
  g_ptr_array_add (reader->findings, finding);
  if (reader->findings->len >= MAX_FINDINGS)
    stop (reader);
}

void
marathon_xml_reader_get_place (MarathonXmlReader *reader, guint *line, guint *column)
{
  xmlParserInputPtr input = reader->parser->input;

  *line = input != NULL && input->line > 0 ? (guint) input->line : 1;
  *column = input != NULL && input->col > 0 ? (guint) input->col : 0;
}

/* The line and column of a value that stands in the input as it was written; else those of the end of its element. */
static void
get_value_place (MarathonXmlReader *reader, const xmlChar *value, guint *line, guint *column)
{
  xmlParserInputPtr input = reader->parser->input;
  const xmlChar *start;

  marathon_xml_reader_get_place (reader, line, column);
  if (input == NULL || value < input->base || value >= input->cur)
    return;
  for (const xmlChar *at = value; at < input->cur; at++)
    if (*at == '\n')
      (*line)--;
  for (start = value; start > input->base && start[-1] != '\n'; start--)
    ;
  if (start > input->base || input->consumed == 0)
    *column = (guint) g_utf8_strlen ((const char *) start, value - start) + 1;
}

/* --- What libxml2 calls --- */

/* The values stand in the input, which is gone once the parser is stopped. */
static void
copy_attributes (MarathonXmlReader *reader, int n, const xmlChar **fields)
{
  gsize length = 0;

  g_array_set_size (reader->attributes, 0);
  g_array_set_size (reader->places, 0);
  g_string_truncate (reader->values, 0);
  for (int i = 0; i < n; i++)
    length += (gsize) (fields[i * 5 + 4] - fields[i * 5 + 3]) + 1;
  g_string_set_size (reader->values, length);
  length = 0;
  for (int i = 0; i < n && !reader->stopped; i++, fields += 5)
    {
      gsize size = (gsize) (fields[4] - fields[3]);
      MarathonXmlAttribute attribute = { (const char *) fields[0], (const char *) fields[1], (const char *) fields[2],
                                         reader->values->str + length };

      memcpy (reader->values->str + length, fields[3], size);
      length += size;
      reader->values->str[length++] = '\0';
      g_array_append_val (reader->attributes, attribute);
      g_array_append_val (reader->places, fields[3]);
      if (size > MARATHON_XML_MAX_VALUE)
        marathon_xml_reader_abandon (reader, MARATHON_FORMAT_ERROR_LIMIT, _ ("%s: a value is longer than %u bytes"),
                                     attribute.name, MARATHON_XML_MAX_VALUE);
    }
}

/* The parser's dictionary, which knows every name and namespace of the file, gets slow when there are very many. Those
 * of the root are few. */
static void
count_namespaces (MarathonXmlReader *reader, int n, const xmlChar **namespaces)
{
  for (int i = 0; i < 2 * n && reader->depth > 1 && !reader->stopped; i++)
    if (namespaces[i] != NULL)
      marathon_xml_reader_count_unknown (reader, (const char *) namespaces[i]);
}

static void
start_element (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int n_namespaces,
               const xmlChar **namespaces, int n_attributes, int n_defaulted, const xmlChar **attributes)
{
  MarathonXmlReader *reader = ((xmlParserCtxtPtr) data)->_private;
  MarathonXmlElement element = { (const char *) name, uri != NULL ? (const char *) uri : "", (guint) n_attributes, NULL };

  reader->since_event = 0;
  reader->text_refused = FALSE;
  reader->root_seen = TRUE;
  if (reader->stopped)
    return;
  if (++reader->depth > MARATHON_XML_MAX_DEPTH)
    {
      marathon_xml_reader_abandon (reader, MARATHON_FORMAT_ERROR_LIMIT, _ ("elements are nested deeper than %u"),
                                   MARATHON_XML_MAX_DEPTH);
      return;
    }
  if (n_attributes + n_namespaces > (int) MARATHON_XML_MAX_ATTRIBUTES)
    {
      marathon_xml_reader_abandon (reader, MARATHON_FORMAT_ERROR_LIMIT, _ ("an element has more than %u attributes"),
                                   MARATHON_XML_MAX_ATTRIBUTES);
      return;
    }
  count_namespaces (reader, n_namespaces, namespaces);
  if (reader->stopped)
    return;
  copy_attributes (reader, n_attributes, attributes);
  element.attributes = (const MarathonXmlAttribute *) (gconstpointer) reader->attributes->data;
  if (!reader->stopped)
    reader->handlers.start (reader, &element, reader->user_data);
}

static void
end_element (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  MarathonXmlReader *reader = ((xmlParserCtxtPtr) data)->_private;

  reader->since_event = 0;
  reader->text_refused = FALSE;
  reader->depth--;
  if (!reader->stopped)
    reader->handlers.end (reader, (const char *) name, reader->user_data);
}

static void
characters (void *data, const xmlChar *text, int length)
{
  MarathonXmlReader *reader = ((xmlParserCtxtPtr) data)->_private;

  reader->since_event = 0;
  if (!reader->stopped)
    reader->handlers.text (reader, (const char *) text, (gsize) length, reader->user_data);
}

static void
cdata (void *data, const xmlChar *text, int length)
{
  MarathonXmlReader *reader = ((xmlParserCtxtPtr) data)->_private;

  reader->in_cdata = TRUE;
  characters (data, text, length);
  reader->in_cdata = FALSE;
}

static void
reset_guard (void *data, const xmlChar *text)
{
  MarathonXmlReader *reader = ((xmlParserCtxtPtr) data)->_private;

  reader->since_event = 0;
}

static void
instruction (void *data, const xmlChar *target, const xmlChar *text)
{
  MarathonXmlReader *reader = ((xmlParserCtxtPtr) data)->_private;

  reset_guard (data, text);
  if (!reader->stopped)
    marathon_xml_reader_count_unknown (reader, (const char *) target);
}

static void
refuse_doctype (void *data, const xmlChar *name, const xmlChar *external_id, const xmlChar *system_id)
{
  marathon_xml_reader_abandon (((xmlParserCtxtPtr) data)->_private, MARATHON_FORMAT_ERROR_CONTENT,
                               _ ("a DOCTYPE is not allowed in an event file"));
}

/* The code for what has gone wrong: whatever libxml2 misses when nothing is left, the file ends too early. */
static int
get_code (MarathonXmlReader *reader, int code)
{
  xmlParserInputPtr input = reader->parser->input;

  if (code == XML_ERR_DOCUMENT_END && !reader->root_seen)
    return XML_ERR_DOCUMENT_EMPTY;
  if (code == XML_ERR_DOCUMENT_END && reader->depth > 0)
    return XML_ERR_TAG_NOT_FINISHED;
  if (reader->ending && code != XML_ERR_DOCUMENT_EMPTY && input != NULL && input->cur >= input->end)
    return XML_ERR_TAG_NOT_FINISHED;
  return code;
}

static void
syntax_error (void *data, xmlErrorPtr xml_error)
{
  MarathonXmlReader *reader = ((xmlParserCtxtPtr) data)->_private;
  int code;

  /* Before it is told whose it is, the parser can but run out of memory, and is not made then. */
  if (reader == NULL || reader->stopped || xml_error->level < XML_ERR_ERROR || xml_error->code == XML_ERR_USER_STOP)
    return;
  code = get_code (reader, xml_error->code);
  add_finding (reader, (guint) MAX (xml_error->line, 1), (guint) MAX (xml_error->int2, 0), MARATHON_FORMAT_ERROR_SYNTAX,
               marathon_xml_message_describe (code, xml_error->message, xml_error->str1));
  stop (reader); /* what follows an error of syntax is guesswork */
}

static xmlParserInputPtr
deny_entity (const char *url, const char *id, xmlParserCtxtPtr parser)
{
  return NULL;
}

void
marathon_xml_init (void)
{
  static gsize initialised;

  if (!g_once_init_enter (&initialised))
    return;
  xmlInitParser ();
  xmlSetExternalEntityLoader (deny_entity);
  g_once_init_leave (&initialised, 1);
}

/* --- Making, running --- */

MarathonXmlReader *
marathon_xml_reader_new (GInputStream *stream, const MarathonXmlHandlers *handlers, gpointer user_data)
{
  MarathonXmlReader *reader = g_new0 (MarathonXmlReader, 1);
  xmlSAXHandler sax = { .initialized = XML_SAX2_MAGIC,
                        .startElementNs = start_element,
                        .endElementNs = end_element,
                        .characters = characters,
                        .ignorableWhitespace = characters,
                        .cdataBlock = cdata,
                        .comment = reset_guard,
                        .processingInstruction = instruction,
                        .internalSubset = refuse_doctype,
                        .serror = syntax_error };

  marathon_xml_init ();
  reader->stream = stream;
  reader->handlers = *handlers;
  reader->user_data = user_data;
  reader->findings = g_ptr_array_new_with_free_func (free_finding);
  reader->unknown_names = g_hash_table_new (NULL, NULL);
  reader->attributes = g_array_new (FALSE, FALSE, sizeof (MarathonXmlAttribute));
  reader->places = g_array_new (FALSE, FALSE, sizeof (const xmlChar *));
  reader->values = g_string_new (NULL);
  reader->parser = xmlCreatePushParserCtxt (&sax, NULL, NULL, 0, NULL);
  if (reader->parser == NULL)
    return reader; /* there is no memory, which marathon_xml_reader_run() tells */
  /* Without NOENT "&amp;" in an attribute arrives as "&#38;"; it is safe because every DOCTYPE is refused. What the file says of
   * its encoding was looked at before, and UTF-8 is what the parser gets. */
  xmlCtxtUseOptions (reader->parser, XML_PARSE_NOENT | XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
  *reader->parser->sax = sax; /* the options replace handlers */
  reader->parser->_private = reader;
  return reader;
}

void
marathon_xml_reader_free (MarathonXmlReader *reader)
{
  xmlFreeParserCtxt (reader->parser);
  g_ptr_array_unref (reader->findings);
  g_hash_table_unref (reader->unknown_names);
  g_array_unref (reader->attributes);
  g_array_unref (reader->places);
  g_string_free (reader->values, TRUE);
  g_free (reader);
}

void
marathon_xml_reader_set_progress (MarathonXmlReader *reader, MarathonProgressFunc func, guint64 total, gpointer user_data)
{
  reader->progress = func;
  reader->progress_total = total;
  reader->progress_data = user_data;
}

static gboolean
feed (MarathonXmlReader *reader, const char *bytes, gsize length, guint64 total)
{
  reader->since_event += length;
  xmlParseChunk (reader->parser, bytes, (int) length, 0);
  if (!reader->stopped && reader->since_event > MARATHON_XML_MAX_TAG)
    marathon_xml_reader_abandon (reader, MARATHON_FORMAT_ERROR_LIMIT, _ ("one element, comment or text is longer than %u KiB"),
                                 MARATHON_XML_MAX_TAG >> 10);
  if (!reader->stopped && total > MARATHON_XML_MAX_SIZE)
    marathon_xml_reader_abandon (reader, MARATHON_FORMAT_ERROR_LIMIT, _ ("the file is larger than 1 GiB"));
  if (reader->progress != NULL)
    reader->progress (reader->progress_total > 0 ? MIN (total, reader->progress_total) : total, reader->progress_total,
                      reader->progress_data);
  return !reader->stopped;
}

/* UTF-16 is converted before libxml2 sees it, which lets bad pairs pass. */
static GInputStream *
open_utf16 (GInputStream *stream, gboolean big_endian, GError **error)
{
  g_autoptr (GCharsetConverter) converter = g_charset_converter_new ("UTF-8", big_endian ? "UTF-16BE" : "UTF-16LE", error);
  GInputStream *converted;

  if (converter == NULL || g_input_stream_skip (stream, strlen ("\xff\xfe"), NULL, error) < 0)
    return NULL;
  converted = g_converter_input_stream_new (stream, G_CONVERTER (converter));
  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (converted), FALSE);
  return converted;
}

/* Looks at the first bytes. Returns: (transfer full) (nullable): the stream's text in UTF-8. */
static GInputStream *
open_stream (MarathonXmlReader *reader, GCancellable *cancellable, GError **error)
{
  g_autoptr (GInputStream) stream = g_buffered_input_stream_new_sized (reader->stream, CHUNK);
  GBufferedInputStream *buffered = G_BUFFERED_INPUT_STREAM (stream);
  const char *bytes;
  gsize length;
  gssize n;

  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (stream), FALSE);
  do
    n = g_buffered_input_stream_fill (buffered, -1, cancellable, error);
  while (n > 0 && g_buffered_input_stream_get_available (buffered) < MARATHON_XML_START);
  if (n < 0)
    return NULL;
  bytes = g_buffered_input_stream_peek_buffer (buffered, &length);
  if (!marathon_xml_message_check_start (bytes, length, error))
    return NULL;
  reader->converted = length >= 2 && (memcmp (bytes, "\xff\xfe", 2) == 0 || memcmp (bytes, "\xfe\xff", 2) == 0);
  return reader->converted ? open_utf16 (stream, bytes[0] == '\xfe', error) : g_steal_pointer (&stream);
}

/* Reads the next piece; what is no UTF-16 is a finding after all that came before it. */
static gboolean
read_piece (MarathonXmlReader *reader, GInputStream *stream, char *buffer, gsize *length, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (g_input_stream_read_all (stream, buffer, CHUNK, length, cancellable, &local))
    return TRUE;
  if (!reader->converted || local->domain != G_IO_ERROR
      || (local->code != G_IO_ERROR_INVALID_DATA && local->code != G_IO_ERROR_PARTIAL_INPUT))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (*length > 0)
    xmlParseChunk (reader->parser, buffer, (int) *length, 0);
  if (!reader->stopped)
    marathon_xml_reader_abandon (reader, MARATHON_FORMAT_ERROR_ENCODING, _ ("bytes that are not UTF-16"));
  *length = 0;
  return TRUE;
}

/* Feeds the whole stream; %FALSE only where the stream failed or the beginning is no XML. */
static gboolean
feed_stream (MarathonXmlReader *reader, GCancellable *cancellable, GError **error)
{
  g_autofree char *buffer = g_malloc (CHUNK);
  g_autoptr (GInputStream) stream = open_stream (reader, cancellable, error);
  guint64 total = 0;
  gsize length;

  if (stream == NULL)
    return FALSE;
  do
    {
      if (!read_piece (reader, stream, buffer, &length, cancellable, error))
        return FALSE;
      total += length;
    }
  while (length > 0 && feed (reader, buffer, length, total) && length == CHUNK && !g_cancellable_is_cancelled (cancellable));
  reader->ending = TRUE;
  if (!reader->stopped && !g_cancellable_is_cancelled (cancellable))
    xmlParseChunk (reader->parser, NULL, 0, 1);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static gboolean
report (MarathonXmlReader *reader, GError **error)
{
  const MarathonXmlFinding *first;
  guint more;
  g_autofree char *rest = NULL;

  if (reader->findings->len == 0)
    {
      if (!reader->parser->wellFormed)
        g_set_error (error, MARATHON_FORMAT_ERROR, MARATHON_FORMAT_ERROR_SYNTAX, _ ("1: this is not well-formed XML"));
      return reader->parser->wellFormed;
    }
  first = g_ptr_array_index (reader->findings, 0);
  more = reader->findings->len - 1;
  rest = more == 0 ? g_strdup ("")
                   : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, " (and %u more error)", " (and %u more errors)", more), more);
  if (first->column > 0)
    g_set_error (error, MARATHON_FORMAT_ERROR, first->code, "%u:%u: %s%s", first->line, first->column, first->message, rest);
  else
    g_set_error (error, MARATHON_FORMAT_ERROR, first->code, "%u: %s%s", first->line, first->message, rest);
  return FALSE;
}

gboolean
marathon_xml_reader_run (MarathonXmlReader *reader, GCancellable *cancellable, GError **error)
{
  if (reader->parser == NULL)
    {
      g_autofree char *message = marathon_xml_message_describe (XML_ERR_NO_MEMORY, NULL, NULL);

      g_set_error (error, MARATHON_FORMAT_ERROR, MARATHON_FORMAT_ERROR_LIMIT, "1: %s", message);
      return FALSE;
    }
  return feed_stream (reader, cancellable, error) && report (reader, error);
}

GPtrArray *
marathon_xml_reader_get_findings (MarathonXmlReader *reader)
{
  return reader->findings;
}

void
marathon_xml_reader_refuse (MarathonXmlReader *reader, int code, const char *format, ...)
{
  va_list arguments;
  guint line, column;

  marathon_xml_reader_get_place (reader, &line, &column);
  va_start (arguments, format);
  add_finding (reader, line, column, code, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

void
marathon_xml_reader_refuse_at (MarathonXmlReader *reader, guint line, guint column, int code, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  add_finding (reader, line, column, code, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/* Where @text, @length bytes that end at the parser's place, begins; the column is 0 where that is not known. */
static void
find_text_start (MarathonXmlReader *reader, const char *text, gsize length, guint *line, guint *column)
{
  guint n = (guint) g_utf8_strlen (text, (gssize) length);

  marathon_xml_reader_get_place (reader, line, column);
  *column = memchr (text, '\n', length) != NULL || *column <= n ? 0 : *column - n;
  for (gsize i = 0; i < length; i++)
    *line -= text[i] == '\n' ? 1 : 0;
}

void
marathon_xml_reader_refuse_text (MarathonXmlReader *reader, const char *text, gsize length)
{
  const char *end = text + length, *first = text;
  guint line, column;

  while (first < end && g_ascii_isspace (*first))
    first++;
  if (first == end || reader->text_refused)
    return;
  if (reader->in_cdata)
    marathon_xml_reader_get_place (reader, &line, &column);
  else
    find_text_start (reader, text, length, &line, &column);
  for (; text < first; text++)
    if (*text == '\n')
      {
        line++;
        column = 1;
      }
    else
      column += column > 0 ? 1 : 0;
  marathon_xml_reader_refuse_at (reader, line, column, MARATHON_FORMAT_ERROR_CONTENT, _ ("there is text between elements"));
  reader->text_refused = TRUE;
}

void
marathon_xml_reader_refuse_value (MarathonXmlReader *reader, const MarathonXmlAttribute *attribute, const GError *error)
{
  const MarathonXmlAttribute *first = (const MarathonXmlAttribute *) (gconstpointer) reader->attributes->data;
  guint line, column;

  get_value_place (reader, g_array_index (reader->places, const xmlChar *, attribute - first), &line, &column);
  add_finding (reader, line, column, MARATHON_FORMAT_ERROR_CONTENT, g_strdup (error->message));
}

void
marathon_xml_reader_abandon (MarathonXmlReader *reader, int code, const char *format, ...)
{
  va_list arguments;
  guint line, column;

  marathon_xml_reader_get_place (reader, &line, &column);
  va_start (arguments, format);
  add_finding (reader, line, column, code, g_strdup_vprintf (format, arguments));
  va_end (arguments);
  stop (reader);
}

void
marathon_xml_reader_count_unknown (MarathonXmlReader *reader, const char *name)
{
  g_hash_table_add (reader->unknown_names, (gpointer) name);
  if (g_hash_table_size (reader->unknown_names) > MARATHON_XML_MAX_UNKNOWN_NAMES)
    marathon_xml_reader_abandon (reader, MARATHON_FORMAT_ERROR_LIMIT, _ ("more than %u names that this version does not know"),
                                 MARATHON_XML_MAX_UNKNOWN_NAMES);
}
