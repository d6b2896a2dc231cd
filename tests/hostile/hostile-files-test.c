/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Project files made to harm: each is refused with its line and a reason, in under a second of work and 200 MiB of
 * memory; what is merely odd is read within them. Through the door by which they would come: a file on the disk.
 */
#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "document/project-file.h"
#include "hostile/hostile-fixture.h"
#include "hostile/measured-child.h"

static char *folder;

/* Of our version, and of a later minor one, in which nothing is refused for being unknown. */
#define ROOT "<event xmlns=\"urn:marathon:event\" version=\"1.0\" id=\"3a9d51c07be84f26\" title=\"A\" date=\"2014-04-13\">\n"
#define NEWER "<event xmlns=\"urn:marathon:event\" version=\"1.9\" id=\"3a9d51c07be84f26\" title=\"A\" date=\"2014-04-13\">\n"
#define END "\n</event>\n"

/* --- Reading in a child --- */

static char *
read_file (gconstpointer path)
{
  MarathonFileIdentity identity;
  g_autoptr (GError) error = NULL;
  g_autoptr (MarathonEvent) event = marathon_project_file_read (path, &identity, NULL, NULL, NULL, &error);

  g_assert_true ((event == NULL) == (error != NULL));
  return error != NULL ? g_strdup (error->message) : NULL;
}

/* @place follows the path: "" for none, ":2:" for a line. */
static void
check_refused_within (const char *path, const char *place, const char *words, double seconds)
{
  g_autofree char *start = g_strconcat (path, place, NULL);
  g_auto (Measured) measured = { 0 };

  measured_run (read_file, path, &measured);
  measured_check_budget (&measured, seconds, MEASURED_MEMORY);
  if (measured.refusal == NULL)
    g_error ("%s was read", path);
  if (!g_str_has_prefix (measured.refusal, start) || strstr (measured.refusal, words) == NULL)
    g_error ("expected “%s … %s …”, got “%s”", start, words, measured.refusal);
  g_assert_true (g_utf8_validate (measured.refusal, -1, NULL));
  g_assert_cmpuint (strlen (measured.refusal), <, 1000);
}

static void
check_refused (const char *path, const char *place, const char *words)
{
  check_refused_within (path, place, words, MEASURED_SECONDS);
}

/* --- Large ones --- */

static const struct {
  HostileFile file;
  const char *place;
  const char *words;
  double seconds; /* of work; 0: the ordinary budget */
} large[] = {
  { { "a-million-deep", ROOT, "<a>", 1000000, END }, ":2:", "there is no <a>" },
  { { "a-million-deep-in-the-future", NEWER, "<a>", 1000000, END }, ":2:", "nested deeper than 16" },
  { { "200000-attributes", ROOT "<entrants><entrant", " a%u=\"\"", 200000, "/></entrants>" END }, ":2:", "longer than 256 KiB" },
  { { "tags-of-400-attributes", NEWER "<entrants>\n",
      "<entrant" " a0='' a1='' a2='' a3='' a4='' a5='' a6='' a7='' a8='' a9='' b0='' b1='' b2='' b3='' b4='' b5='' b6='' b7=''"
      " b8='' b9='' c0='' c1='' c2='' c3='' c4='' c5='' c6='' c7='' c8='' c9='' d0='' d1='' d2='' d3='' d4='' d5='' d6='' d7=''"
      " d8='' d9='' e0='' e1='' e2='' e3='' e4='' e5='' e6='' e7='' e8='' e9='' f0='' f1='' f2='' f3='' f4='' f5='' f6='' f7=''"
      " f8='' f9='' g0='' g1='' g2='' g3='' g4='' g5='' g6='' g7='' g8='' g9='' h0='' h1='' h2='' h3='' h4='' h5='' h6='' h7=''"
      " h8='' h9='' i0='' i1='' i2='' i3='' i4='' i5='' i6='' i7='' i8='' i9='' j0='' j1='' j2='' j3='' j4='' j5='' j6='' j7=''"
      " j8='' j9='' k0='' k1='' k2='' k3='' k4='' k5='' k6='' k7='' k8='' k9='' l0='' l1='' l2='' l3='' l4='' l5='' l6='' l7=''"
      " l8='' l9='' m0='' m1='' m2='' m3='' m4='' m5='' m6='' m7='' m8='' m9='' id='%u'/>\n", 70000, "</entrants>" END },
    ":3:", "more than 128 attributes" },
  { { "1500000-names", ROOT, "<n%u/>", 1500000, END }, ":2:", "there is no <n0>" },
  { { "1500000-names-in-the-future", NEWER, "<n%u/>", 1500000, END }, ":2:", "more than 1000 names" },
  { { "1500000-names-of-attributes-in-the-future", NEWER "<entrants>\n", "<entrant id=\"%u1\" n%u=\"\"/>\n", 1500000, "</entrants>" END },
    ":1003:", "more than 1000 names" },
  { { "1500000-namespaces", ROOT "<starts>\n", "<start xmlns:a=\"urn:%u\" id=\"%u\" name=\"A\"/>", 1500000, "</starts>" END }, ":3:",
    "more than 1000 names" },
  { { "1500000-namespaces-in-the-future", NEWER, "<a:b xmlns:a=\"urn:%u\"/>", 1500000, END }, ":2:", "more than 1000 names" },
  { { "1500000-prefixes-in-the-future", NEWER, "<a%u:b xmlns:a%u=\"urn:a\"/>", 1500000, END }, ":2:", "more than 1000 names" },
  { { "1500000-targets-of-instructions", ROOT, "<?a%u?>", 1500000, END }, ":2:", "more than 1000 names" },
  { { "a-value-of-11-mib", ROOT "<entrants><entrant family=\"", "0123456789abcdef", 11 << 16, "\"/></entrants>" END }, ":2:",
    "longer than 256 KiB" },
  { { "a-value-of-100-kb", ROOT "<entrants><entrant family=\"", "0123456789", 10000, "\"/></entrants>" END }, ":2:",
    "longer than 65536 bytes" },
  { { "a-value-of-100-kb-before-others", ROOT "<entrants><entrant family=\"", "0123456789", 10000, "\" given=\"A\" bib=\"1\"/></entrants>" END },
    ":2:", "longer than 65536 bytes" },
  { { "a-number-of-60-kb", ROOT "<waves><wave id=\"a\" name=\"A\" capacity=\"", "1234567890", 6000, "\"/></waves>" END }, ":2:",
    "capacity" },
  { { "a-date-of-60-kb", ROOT "<entrants><entrant id=\"1\" born=\"", "9", 60000, "-01-01\"/></entrants>" END }, ":2:", "born" },
  { { "a-time-of-60-kb", ROOT "<entrants><entrant id=\"1\" predicted=\"", "0", 60000, "2:00:00\"/></entrants>" END }, ":2:", "predicted" },
  { { "a-bib-of-60-kb", ROOT "<entrants><entrant id=\"1\" bib=\"", "7", 60000, "\"/></entrants>" END }, ":2:", "bib" },
  { { "an-id-of-60-kb", ROOT "<entrants><entrant id=\"", "7", 60000, "\"/></entrants>" END }, ":2:", "id" },
  { { "a-colour-of-60-kb", ROOT "<starts><start id=\"a\" name=\"A\" ink=\"#", "f", 60000, "\"/></starts>" END }, ":2:", "ink" },
  { { "ranges-of-60-kb", ROOT "<bib-blocks><bib-block id=\"a\" name=\"A\" numbers=\"1-9", ",9-1", 12000, "\"/></bib-blocks>" END }, ":2:",
    "numbers" },
  { { "a-version-of-60-kb", "<event xmlns=\"urn:marathon:event\" id=\"1\" version=\"1.", "9", 60000, "\"/>" }, ":1:", "version" },
  { { "a-namespace-of-60-kb", "<event version=\"1.0\" id=\"1\" xmlns=\"urn:", "x", 60000, "\"/>" }, ":1:", "namespace" },
  { { "20-mib-of-text", ROOT, "0123456789abcdef0123456789abcdef", 20 << 15, END }, ":2:", "text between elements" },
  { { "20-mib-of-text-in-the-future", NEWER "<a>", "0123456789abcdef0123456789abcdef", 20 << 15, "</a>" END }, ":2:",
    "a text is longer than 65536 bytes" },
  { { "60-mib-of-unknown-elements-in-the-future", NEWER, "<a b='%u'/>\n", 4500000, END }, ":",
    "more than 64 MiB that this version does not know", 4 },
  { { "a-comment-of-20-mib", ROOT "<!--", "0123456789abcdef0123456789abcdef", 20 << 15, "-->" END }, ":2:", "longer than 256 KiB" },
  { { "an-instruction-of-20-mib", ROOT "<?a ", "0123456789abcdef0123456789abcdef", 20 << 15, "?>" END }, ":2:", "longer than 256 KiB" },
  { { "a-cdata-section-of-20-mib", NEWER "<a><![CDATA[", "0123456789abcdef0123456789abcdef", 20 << 15, "]]></a>" END }, ":2:",
    "longer than" },
  { { "a-name-of-20-mib", ROOT "<", "abcdefghijklmnopqrstuvwxyzabcdef", 20 << 15, "/>" END }, ":2:", "longer than 256 KiB" },
  { { "an-end-tag-of-20-mib", ROOT "<entrants></entrants", " ", 20 << 20, ">" END }, ":2:", "longer than 256 KiB" },
  { { "a-value-without-end", ROOT "<entrants><entrant family=\"", "0123456789abcdef", 11 << 16, "" }, ":2:", "longer than 256 KiB" },
  { { "character-references-of-11-mib", ROOT "<entrants><entrant family=\"", "&#x10ffff;", 1100000, "\"/></entrants>" END }, ":2:",
    "longer than 256 KiB" },
  { { "a-million-wrong-entrants", ROOT "<entrants>\n", "<entrant id=\"%u\" sex=\"Q\"/>\n", 1000000, "</entrants>" END }, ":3:",
    "and 99 more errors" },
  { { "a-million-doctypes", "", "<!DOCTYPE a>", 1000000, "" }, ":1:", "DOCTYPE" },
  { { "blanks-before-the-root", "", "\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n", 1 << 20, ROOT END }, ":", "longer than 256 KiB" },
  { { "more-groups-than-there-may-be", ROOT "<groups>\n", "<group id=\"g%u\" name=\"G\"/>\n", MARATHON_MAX_RECORDS + 200, "</groups>" END },
    ":250003:", "too many records “group”", 3 },
  { { "more-fields-than-there-may-be", ROOT "<fields>\n", "<field id=\"f%u\" label=\"F\"/>\n", 2000000, "</fields>" END }, ":103:",
    "too many records “field”" },
};

static void
test_large (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *path = hostile_file_write (&large[i].file, folder);

  check_refused_within (path, large[i].place, large[i].words, large[i].seconds > 0 ? large[i].seconds : MEASURED_SECONDS);
  g_assert_cmpint (g_remove (path), ==, 0);
}

/* --- Odd, but nothing is wrong with them --- */

static const HostileFile odd[] = {
  { "20-mib-of-blanks", ROOT, "                               \n", 20 << 15, END },
  { "20-mib-of-comments", ROOT, "<!-- nothing -->\n", 1200000, END },
  { "20-mib-of-instructions", ROOT, "<?nothing at all?>\n", 1100000, END },
  { "20-mib-of-unknown-text-in-the-future", NEWER "<a>", "<b>0123456789abcdef0123456789abcdef</b>\n", 1 << 19, "</a>" END },
  { "a-record-that-many-lines-are-long", ROOT "<groups><group\n", "\n", 200000, " id=\"a\" name=\"A\"/></groups>" END },
};

static void
test_odd (gconstpointer data)
{
  g_autofree char *path = hostile_file_write (data, folder);
  g_auto (Measured) measured = { 0 };

  measured_run (read_file, path, &measured);
  measured_check_budget (&measured, 3 * MEASURED_SECONDS, MEASURED_MEMORY);
  if (measured.refusal != NULL)
    g_error ("%s was refused: %s", path, measured.refusal);
  g_assert_cmpint (g_remove (path), ==, 0);
}

/* --- Entities --- */

static void
test_billion_laughs (void)
{
  g_autoptr (GString) xml = g_string_new ("<?xml version=\"1.0\"?>\n<!DOCTYPE event [\n<!ENTITY a0 \"ha\">\n");
  g_autofree char *path = NULL;

  for (guint i = 1; i <= 30; i++)
    g_string_append_printf (xml, "<!ENTITY a%u \"&a%u;&a%u;\">\n", i, i - 1, i - 1);
  g_string_append (xml, "]>\n<event title=\"&a30;\">&a30;</event>\n");
  path = hostile_bytes_write (xml->str, xml->len, folder, "billion-laughs");
  check_refused (path, ":2:", "DOCTYPE");
}

static void
test_quadratic_entity (void)
{
  g_autofree char *text = g_strnfill (100000, 'x');
  g_autofree char *head = g_strconcat ("<!DOCTYPE event [\n<!ENTITY a \"", text, "\">]>\n<event>", NULL);
  const HostileFile file = { "quadratic-entity", head, "&a;", 50000, "</event>\n" };
  g_autofree char *path = hostile_file_write (&file, folder);

  check_refused (path, ":1:", "DOCTYPE");
}

static void
test_external_entity (void)
{
  static const char secret[] = "not for the event";
  g_autofree char *other = hostile_bytes_write (secret, strlen (secret), folder, "secret.txt");
  static const char *const declarations[] = {
    "<!DOCTYPE event [<!ENTITY a SYSTEM \"secret.txt\">]>",
    "<!DOCTYPE event [<!ENTITY a PUBLIC \"-//A\" \"secret.txt\">]>",
    "<!DOCTYPE event [<!ENTITY % a SYSTEM \"secret.txt\">%a;]>",
    "<!DOCTYPE event SYSTEM \"secret.txt\">",
    "<!DOCTYPE event SYSTEM \"http://localhost:9/a.dtd\">",
  };

  for (guint i = 0; i < G_N_ELEMENTS (declarations); i++)
    {
      g_autofree char *xml = g_strconcat (declarations[i], "\n<event title=\"A\">&a;</event>\n", NULL);
      g_autofree char *path = hostile_bytes_write (xml, strlen (xml), folder, "external-entity");

      check_refused (path, ":1:", "DOCTYPE");
    }
}

/* --- Compressed --- */

/* A hundred thousand bytes that unpack to a hundred million. */
static void
test_gzip_bomb (void)
{
  g_autofree char *path = g_build_filename (folder, "bomb.marathon", NULL);
  g_autofree char *xml = g_strnfill (1 << 20, ' ');
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GOutputStream) plain
    = G_OUTPUT_STREAM (g_file_replace (file, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, &error));
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (plain, G_CONVERTER (compressor));

  for (guint i = 0; i < 20; i++)
    g_output_stream_write_all (stream, xml, 1 << 20, NULL, NULL, &error);
  g_output_stream_close (stream, NULL, &error);
  g_assert_no_error (error);
  check_refused (path, ":1:", "gzip");
}

/* --- Encodings --- */

static void
check_bytes (const char *bytes, gsize length, const char *place, const char *words)
{
  g_autofree char *path = hostile_bytes_write (bytes, length, folder, "bytes.marathon");

  check_refused (path, place, words);
}

static void
test_utf_16_without_mark (void)
{
  static const char *const encodings[] = { "UTF-16LE", "UTF-16BE" };

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      gsize length;
      g_autofree char *bytes = g_convert (ROOT END, -1, encodings[i], "UTF-8", NULL, &length, NULL);

      check_bytes (bytes, length, ":1:", "UTF-16 without a byte order mark");
    }
}

#define BYTES(text) text, sizeof text - 1

static const struct {
  const char *name;
  const char *bytes;
  gsize length;
  const char *place;
  const char *words;
} encoded[] = {
  { "utf-7", BYTES ("<?xml version=\"1.0\" encoding=\"UTF-7\"?>\n+ADw-event/+AD4-"), ":1:", "UTF-7" },
  { "utf-7-in-another-case", BYTES ("<?xml version='1.0'  encoding = 'utf-7' ?>\n+ADw-event/+AD4-"), ":1:", "utf-7" },
  { "utf-32", BYTES ("\xff\xfe\0\0<\0\0\0e\0\0\0"), ":1:", "UTF-32" },
  { "ebcdic", BYTES ("\x4c\x6f\xa7\x94\x93\x40"), ":1:", "EBCDIC" },
  { "latin-1", BYTES ("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<event title=\"\xe9\"/>"), ":1:", "ISO-8859-1" },
  { "nul", BYTES (ROOT "<course\0 length=\"1\"/>" END), ":2:", "not allowed in XML" },
  { "u-0001", BYTES (ROOT "<course length=\"\1\"/>" END), ":2:", "not allowed in XML" },
  { "escape", BYTES (ROOT "<!-- \033[31m -->" END), ":2:", "not allowed in XML" },
  { "surrogate", BYTES (ROOT "<starts><start id=\"a\" name=\"\xed\xa0\x80\"/></starts>" END), ":2:", "not UTF-8" },
  { "surrogate-pair", BYTES (ROOT "<starts><start id=\"a\" name=\"\xed\xa0\xbc\xed\xbf\x83\"/></starts>" END), ":2:", "not UTF-8" },
  { "overlong-solidus", BYTES (ROOT "<starts><start id=\"a\" name=\"\xc0\xaf\"/></starts>" END), ":2:", "not UTF-8" },
  { "overlong-less-than", BYTES (ROOT "\xe0\x80\xbc" "course/>" END), ":2:", "not UTF-8" },
  { "beyond-unicode", BYTES (ROOT "<starts><start id=\"a\" name=\"\xf4\x90\x80\x80\"/></starts>" END), ":2:", "not UTF-8" },
  { "cut-off-character", BYTES (ROOT "<starts><start id=\"a\" name=\"\xe2\x82\"/></starts>" END), ":2:", "not UTF-8" },
  { "continuation-alone", BYTES (ROOT "<starts><start id=\"a\" name=\"\x80\"/></starts>" END), ":2:", "not UTF-8" },
  { "an-encoding-that-commands-the-terminal", BYTES ("<?xml version=\"1.0\" encoding=\"\033]0;x\a\xff\"?>\n<event/>"), ":1:",
    "written in ??0?x??;" },
};

static void
test_encoded (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);

  check_bytes (encoded[i].bytes, encoded[i].length, encoded[i].place, encoded[i].words);
}

/* --- What is no file, and too much of one --- */

static void
test_larger_than_a_gibibyte (void)
{
  g_autofree char *path = hostile_bytes_write (BYTES (ROOT), folder, "larger.marathon");

  g_assert_cmpint (truncate (path, (off_t) (MARATHON_XML_MAX_SIZE + 1)), ==, 0);
  check_refused (path, ": ", "larger than 1024 MiB");
}

static void
test_64_mib_of_nothing (void)
{
  g_autofree char *path = hostile_bytes_write (BYTES (ROOT), folder, "nothing.marathon");

  g_assert_cmpint (truncate (path, 64 << 20), ==, 0);
  check_refused (path, ":2:", "not allowed in XML");
}

static void
test_devices (void)
{
  static const char *const devices[] = { "/dev/zero", "/dev/urandom", "/dev/null", "/dev/full" };

  for (guint i = 0; i < G_N_ELEMENTS (devices); i++)
    check_refused (devices[i], ": ", "this is no ordinary file");
}

static void
test_folder (void)
{
  check_refused (folder, ": ", "this is a folder");
}

static void
test_pipe_without_a_writer (void)
{
  g_autofree char *path = g_build_filename (folder, "pipe.marathon", NULL);

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  check_refused (path, ": ", "this is no ordinary file");
}

static void
test_socket (void)
{
  g_autofree char *path = g_build_filename (folder, "socket.marathon", NULL);
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int fd = socket (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

  g_assert_cmpuint (g_strlcpy (address.sun_path, path, sizeof address.sun_path), <, sizeof address.sun_path);
  g_assert_cmpint (bind (fd, (const struct sockaddr *) &address, sizeof address), ==, 0);
  check_refused (path, ": cannot be opened: ", "");
  close (fd);
}

static void
test_links_that_lead_nowhere (void)
{
  g_autofree char *loop = g_build_filename (folder, "loop.marathon", NULL);
  g_autofree char *device = g_build_filename (folder, "device.marathon", NULL);

  g_assert_cmpint (symlink (loop, loop), ==, 0);
  g_assert_cmpint (symlink ("/dev/zero", device), ==, 0);
  check_refused (loop, ": cannot be opened: ", g_strerror (ELOOP));
  check_refused (device, ": ", "this is no ordinary file");
}

static void
add_tables (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (large); i++)
    {
      g_autofree char *path = g_strconcat ("/hostile/file/", large[i].file.name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_large);
    }
  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autofree char *path = g_strconcat ("/hostile/odd/", odd[i].name, NULL);

      g_test_add_data_func (path, &odd[i], test_odd);
    }
  for (guint i = 0; i < G_N_ELEMENTS (encoded); i++)
    {
      g_autofree char *path = g_strconcat ("/hostile/encoding/", encoded[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_encoded);
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = hostile_folder_new ();
  add_tables ();
  g_test_add_func ("/hostile/entity/billion-laughs", test_billion_laughs);
  g_test_add_func ("/hostile/entity/quadratic", test_quadratic_entity);
  g_test_add_func ("/hostile/entity/external", test_external_entity);
  g_test_add_func ("/hostile/gzip-bomb", test_gzip_bomb);
  g_test_add_func ("/hostile/encoding/utf-16-without-mark", test_utf_16_without_mark);
  g_test_add_func ("/hostile/no-file/larger-than-a-gibibyte", test_larger_than_a_gibibyte);
  g_test_add_func ("/hostile/no-file/64-mib-of-nothing", test_64_mib_of_nothing);
  g_test_add_func ("/hostile/no-file/devices", test_devices);
  g_test_add_func ("/hostile/no-file/folder", test_folder);
  g_test_add_func ("/hostile/no-file/pipe-without-a-writer", test_pipe_without_a_writer);
  g_test_add_func ("/hostile/no-file/socket", test_socket);
  g_test_add_func ("/hostile/no-file/links-that-lead-nowhere", test_links_that_lead_nowhere);
  status = g_test_run ();
  hostile_folder_remove (folder);
  return status;
}
