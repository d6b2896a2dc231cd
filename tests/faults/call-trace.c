/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asking strace.
 */
#include "call-trace.h"

#include <stdio.h>
#include <string.h>

#include "faults/shim-log.h"

#define SHIM_LOG_ARGUMENT "(" G_STRINGIFY (SHIM_LOG_FD) "<"

const char call_trace_set[]
  = "open,openat,creat,write,pwrite64,writev,pwritev,pwritev2,sendfile,copy_file_range,fsync,fdatasync,"
    "sync_file_range,rename,renameat,renameat2,link,linkat,symlink,symlinkat,unlink,unlinkat,rmdir,mkdir,"
    "mkdirat,mknod,mknodat,chmod,fchmod,fchmodat,chown,fchown,fchownat,lchown,truncate,ftruncate,"
    "fallocate,flock,setxattr,lsetxattr,fsetxattr";

static const struct {
  const char *call, *plain;
} plain_names[] = {
  { "open", "openat" },        { "creat", "openat" }, { "pwrite64", "pwrite" }, { "rename", "renameat" },
  { "renameat2", "renameat" }, { "link", "linkat" },  { "unlink", "unlinkat" }, { "rmdir", "unlinkat" },
  { "mkdir", "mkdirat" },      { "chmod", "fchmod" }, { "fchmodat", "fchmod" },
};

const char *
call_trace_get_plain_name (const char *call)
{
  for (guint i = 0; i < G_N_ELEMENTS (plain_names); i++)
    if (g_str_equal (plain_names[i].call, call))
      return plain_names[i].plain;
  return call;
}

static void
traced_call_free (gpointer data)
{
  TracedCall *call = data;

  g_free (call->call);
  g_free (call);
}

/* "PID CALL(ARGUMENTS…"; what ends a call that another thread has interrupted is another line, without the name in this
 * place. */
static void
read_line (const char *line, const char *scene, GHashTable *turns, GPtrArray *calls)
{
  const char *name = strchr (line, ' '), *bracket = strchr (line, '(');
  TracedCall *call;
  char *key;

  while (name != NULL && *name == ' ')
    name++;
  if (name == NULL || bracket == NULL || bracket < name || !g_ascii_islower (*name))
    return;
  key = g_strndup (line, (gsize) (bracket - line));
  call = g_new0 (TracedCall, 1);
  call->call = g_strndup (name, (gsize) (bracket - name));
  call->turn = GPOINTER_TO_UINT (g_hash_table_lookup (turns, key)) + 1;
  g_hash_table_insert (turns, key, GUINT_TO_POINTER (call->turn));
  /* The shim's own log has paths of the scene in it. */
  call->is_ours = strstr (line, scene) != NULL && !g_str_has_prefix (bracket, SHIM_LOG_ARGUMENT);
  call->writes = !g_str_has_prefix (call->call, "open") || strstr (line, "O_WRONLY") != NULL
                 || strstr (line, "O_RDWR") != NULL || strstr (line, "O_CREAT") != NULL;
  g_ptr_array_add (calls, call);
}

GPtrArray *
call_trace_run (const FaultRunJob *job)
{
  g_autofree char *trace = g_strconcat (job->log, ".strace", NULL);
  g_autofree char *text = NULL, *set = g_strconcat ("trace=", call_trace_set, NULL);
  g_autofree char *preload = g_strconcat ("LD_PRELOAD=", g_getenv ("FAULTS_SHIM"), NULL);
  g_autofree char *folder = g_strconcat ("FAULTS_FOLDER=", job->scene, NULL);
  g_autofree char *log = g_strconcat ("FAULTS_LOG=", job->log, NULL);
  g_autofree char *n = g_strdup_printf ("%u", job->n);
  const char *arguments[]
    = { "strace", "-f", "-y", "-qq", "-s", "4096", "-o", trace, "-e", set, "-e", "signal=none", "-E", preload, "-E",
        folder, "-E", log, g_getenv ("FAULTS_DRIVER"), job->command, job->scene, n, NULL };
  GPtrArray *calls = g_ptr_array_new_with_free_func (traced_call_free);
  g_autoptr (GHashTable) turns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;
  int status;

  remove (job->log);
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL,
                NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  g_assert_true (g_file_get_contents (trace, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  /* What threads do while the process ends, one witness may see and the other not. */
  for (guint i = 0; lines[i] != NULL && strstr (lines[i], "\"end\\n\"") == NULL; i++)
    read_line (lines[i], job->scene, turns, calls);
  return calls;
}
