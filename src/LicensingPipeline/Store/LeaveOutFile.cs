using System.Globalization;
using System.Text;
using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Store;

/// <summary>
/// Reads and writes the list of homes left out and its secret. A list that cannot be read, or whose secret is not there, stops
/// whatever would publish: a home must never come back because a file was mislaid.
/// </summary>
public static class LeaveOutFile
{
    /// <summary>The list's name below the data folder.</summary>
    public const string Name = "leave-out.yaml";

    /// <summary>The secret's name beside it.</summary>
    public const string SecretName = "leave-out.key";

    /// <summary>Under which the ledger remembers that there is a list.</summary>
    public const string LedgerKey = "leave_out";

    internal const int SecretBytes = 32;
    private const string Guide = "the program writes this file itself; restore it from a backup";
    private const string Proof = "check";

    /// <summary>Reads the list of a data folder; empty where there is none.</summary>
    /// <param name="dataFolder">The data folder.</param>
    /// <param name="listed">Whether there must be one: the ledger knows of it.</param>
    /// <exception cref="RefusedException">The list or its secret cannot be used; nothing may be published.</exception>
    public static LeaveOutList Read(string dataFolder, bool listed)
    {
        var (list, key) = (Path.Combine(dataFolder, Name), Path.Combine(dataFolder, SecretName));
        if (!File.Exists(list))
        {
            return !listed && !File.Exists(key) ? LeaveOutList.None
                : throw new RefusedException($"There was a list {list} and it is gone: homes that residents asked to have left out would be published. Restore {Name} and {SecretName} from a backup.");
        }

        var secret = Secret(key);
        var errors = new List<SourceError>();
        var homes = new List<LeftOutHome>();
        if (SourceReader.Load(Name, File.ReadAllText(list), errors) is { } root)
        {
            var top = new YamlMap(root, "", Name, errors);
            if (top.Text(Proof, required: true) is { } proof && proof != LeaveOutList.Keyed(secret, Proof))
            {
                top.Error(Proof, $"{SecretName} is not the secret with which this list was made; restore both from one backup.");
            }

            homes.AddRange(top.Maps("homes").Select(Home));
            top.Done(Guide);
        }

        return errors.Count == 0 ? new LeaveOutList(secret, homes) : throw new RefusedException(string.Join(Environment.NewLine, errors));
    }

    /// <summary>Writes the list, and its secret where it is new; only their owner can read them.</summary>
    public static void Write(string dataFolder, LeaveOutList list, bool invented)
    {
        var mark = invented ? $"# {Demonstration.Mark}\n" : "";
        if (!File.Exists(Path.Combine(dataFolder, SecretName)))
        {
            Put(Path.Combine(dataFolder, SecretName), $"{mark}{Convert.ToHexStringLower(list.Secret)}\n");
        }

        var text = new StringBuilder($"{mark}# Private: never published, never sent. Written by the program.\n{Proof}: {LeaveOutList.Keyed(list.Secret, Proof)}\n");
        text.Append(list.IsEmpty ? "homes: []\n" : "homes:\n");
        foreach (var home in list.Homes)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - {{ date: {home.Date:yyyy-MM-dd}, reason: {home.Reason}, hashes: [ {string.Join(", ", home.Hashes)} ] }}\n");
        }

        Put(Path.Combine(dataFolder, Name), text.ToString());
    }

    private static LeftOutHome Home(YamlMap map)
    {
        var home = new LeftOutHome(map.Date("date", required: true) ?? default, map.Choice("reason", true, [.. LeftOutHome.Reasons]), map.Texts("hashes", required: true));
        map.Done(Guide);
        return home;
    }

    private static byte[] Secret(string path)
    {
        var line = File.Exists(path) ? File.ReadLines(path).FirstOrDefault(l => !l.StartsWith('#')) ?? "" : "";
        return line.Length == 2 * SecretBytes && line.All(char.IsAsciiHexDigit) ? Convert.FromHexString(line)
            : throw new RefusedException($"{path} is not there or is no secret, so {Name} cannot be read: homes that residents asked to have left out would be published. Restore it from a backup.");
    }

    /// <summary>Written beside and moved into place, so that a stop in between loses nobody.</summary>
    private static void Put(string path, string text)
    {
        File.WriteAllText(path + ".part", "");
        PrivateFiles.Protect(path + ".part");
        File.WriteAllText(path + ".part", text);
        File.Move(path + ".part", path, overwrite: true);
    }
}
