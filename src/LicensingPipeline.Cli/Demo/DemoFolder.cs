using LicensingPipeline.Catalogue;
using LicensingPipeline.Collect;
using LicensingPipeline.Record;
using LicensingPipeline.Store;
using LicensingPipeline.Summarise;
using LicensingPipeline.Web;
using Microsoft.Data.Sqlite;

namespace LicensingPipeline.Cli.Demo;

/// <summary>The data folder of the demonstration: emptied before each, and never one that holds anything else.</summary>
internal static class DemoFolder
{
    private static readonly string[] WrittenFolders = ["archive", "site", "inbox", "sources", ReplyFile.FolderName, EditionStore.FolderName];

    private static readonly string[] WrittenFiles =
    [
        "ledger.db", "ledger.db-journal", "registers.db", "registers.next.db", "public.db", "public.next.db", "public.next.db-journal", "search.next.db",
        "heartbeat", "heartbeat.tmp", OperatorFile.Name, LeaveOutFile.Name, LeaveOutFile.SecretName, SentLetter.FileName,
    ];

    /// <summary>Makes an empty folder with an operator file, or empties the one of an earlier demonstration.</summary>
    /// <exception cref="RefusedException">The folder holds something else; nothing of it was touched.</exception>
    public static void Prepare(string data, Action<string> say)
    {
        PrivateFiles.MakeFolder(data);
        using (RunLock.Take(data, say))
        {
            var mine = Directory.EnumerateFileSystemEntries(data).All(e => Path.GetFileName(e) == "run.lock") || IsDemonstration(data);
            if (!mine)
            {
                throw new RefusedException($"{data} is not empty and holds no demonstration, so nothing in it is touched. Choose another folder with --data.");
            }

            foreach (var folder in WrittenFolders.Select(f => Path.Combine(data, f)).Where(Directory.Exists))
            {
                Directory.Delete(folder, recursive: true);
            }

            foreach (var file in WrittenFiles)
            {
                File.Delete(Path.Combine(data, file));
            }

            var operatorFile = Path.Combine(data, OperatorFile.Name);
            File.WriteAllText(operatorFile, $"# {Demonstration.Mark}\nname: Demonstration\ncontact: demonstration@example.org\n");
            PrivateFiles.Protect(operatorFile);
        }
    }

    /// <summary>A ledger with the mark says so; before there is one, the operator file does.</summary>
    public static bool IsDemonstration(string data)
    {
        var path = Path.Combine(data, "ledger.db");
        if (!File.Exists(path))
        {
            var operatorFile = Path.Combine(data, OperatorFile.Name);
            return File.Exists(operatorFile) && File.ReadAllText(operatorFile).Contains(Demonstration.Mark, StringComparison.Ordinal);
        }

        try
        {
            using var ledger = new Ledger(path, readOnly: true);
            return ledger.IsInvented;
        }
        catch (SqliteException)
        {
            // A file of another kind under that name is nobody's demonstration.
            return false;
        }
    }
}
