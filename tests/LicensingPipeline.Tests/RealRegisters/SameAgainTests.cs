using System.Text;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.RealRegisters;

/// <summary>Rule 10 on real registers: run again, and run with the rows in another order.</summary>
[Collection(RealRegistersLoaded.Name)]
public sealed class SameAgainTests(RealNight night)
{
    [Fact]
    public async Task A_second_night_changes_not_a_byte_and_has_no_events()
    {
        RealNight.Need();
        using var folder = new Folder();
        var options = RealNight.Options(folder["data"], RealNight.Inbox, RealNight.Sources);
        await Nights.RunAsync(options);
        var before = Bytes(folder["data"]);

        var second = await Nights.RunAsync(options);

        Bytes(folder["data"]).ShouldBe(before);
        second.Exit.ShouldBe(0);
        second.Streams.ShouldAllBe(s => s.Events.Count == 0 && s.Snapshots.Count == 0);
        second.Streams.Where(s => !s.State.StartsWith("Held", StringComparison.Ordinal)).ShouldAllBe(s => s.State == "Manual");
        Registers.Hash(folder["data"]).ShouldBe(Registers.Hash(night.Data));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Rows_in_another_order_give_the_same_licences(int seed)
    {
        RealNight.Need();
        using var folder = new Folder();
        foreach (var path in Directory.EnumerateFiles(RealNight.Inbox, "*.*", SearchOption.AllDirectories))
        {
            var to = folder[Path.Combine("inbox", Path.GetRelativePath(RealNight.Inbox, path))];
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            // Two rows of Hackney's copy are one licence because they stand one after the other.
            if (path.EndsWith(".csv", StringComparison.Ordinal) && !path.Contains("hackney", StringComparison.Ordinal))
            {
                await File.WriteAllBytesAsync(to, Shuffled(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken), new Random(seed)), TestContext.Current.CancellationToken);
            }
            else
            {
                File.Copy(path, to);
            }
        }

        var report = await Nights.RunAsync(RealNight.Options(folder["data"], folder["inbox"], RealNight.Sources));

        report.Exit.ShouldBe(0);
        Hidden.Same(Registers.Licences(folder["data"], Field.Sha256, Field.Where), Registers.Licences(night.Data, Field.Sha256, Field.Where), "licences");
        Hidden.Same(Registers.Former(folder["data"], Field.Sha256, Field.Where), Registers.Former(night.Data, Field.Sha256, Field.Where), "former licences");
        Hidden.Same(Registers.Events(folder["data"]), Registers.Events(night.Data), "events");
        foreach (var (a, b) in report.Streams.Zip(night.Report.Streams))
        {
            a.Issues.ShouldBe(b.Issues, $"{a.Authority}/{a.Stream}");
        }
    }

    [Fact]
    public void Shuffling_keeps_the_heading_and_every_row()
    {
        var bytes = Encoding.UTF8.GetBytes("h1,h2\r\n1,\"a\r\nb\"\r\n2,c\r\n3,d");

        var shuffled = Encoding.UTF8.GetString(Shuffled(bytes, new Random(3)));

        shuffled.ShouldStartWith("h1,h2\r\n");
        shuffled.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal).ShouldBe(["1,\"a", "2,c", "3,d", "b\"", "h1,h2"]);
    }

    private static string Bytes(string data) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(
        [.. File.ReadAllBytes(Path.Combine(data, "registers.db")), .. File.ReadAllBytes(Path.Combine(data, "public.db"))]));

    /// <summary>Cuts at line ends outside quotes, byte by byte, so that the encoding does not matter; the first row stays the first.</summary>
    private static byte[] Shuffled(byte[] bytes, Random random)
    {
        var rows = new List<byte[]>();
        var from = 0;
        var quoted = false;
        for (var i = 0; i < bytes.Length; i++)
        {
            quoted ^= bytes[i] == (byte)'"';
            var end = bytes[i] == (byte)'\n' || (bytes[i] == (byte)'\r' && (i + 1 == bytes.Length || bytes[i + 1] != (byte)'\n'));
            if (end && !quoted)
            {
                rows.Add(bytes[from..(i + 1)]);
                from = i + 1;
            }
        }

        if (from < bytes.Length)
        {
            rows.Add([.. bytes[from..], .. LineEnd(rows[0])]);
        }

        var entries = rows.Skip(1).ToArray();
        random.Shuffle(entries);
        return [.. rows[0], .. entries.SelectMany(r => r)];
    }

    private static byte[] LineEnd(byte[] row) => [.. row.Reverse().TakeWhile(b => b is (byte)'\r' or (byte)'\n').Reverse()];
}
