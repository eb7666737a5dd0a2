using System.Security.Cryptography;
using System.Text;
using LicensingPipeline.Collect;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Collect;

public sealed class ArchiveTests : IDisposable
{
    private const string Hash = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
    private readonly Folder _folder = new();

    private string Root => _folder["archive"];

    [Fact]
    public async Task Bytes_stand_under_their_hash()
    {
        var archive = new Archive(Root);

        (await AddAsync(archive, "hello")).ShouldBe((Hash, 5, true));

        File.ReadAllText(Path.Combine(Root, "2c", Hash)).ShouldBe("hello");
        archive.Exists(Hash).ShouldBeTrue();
        archive.Check(Hash).ShouldBeTrue();
        using var reader = new StreamReader(archive.Open(Hash));
        (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldBe("hello");
    }

    [Fact]
    public async Task Identical_bytes_are_kept_once()
    {
        var archive = new Archive(Root);

        await AddAsync(archive, "hello");

        (await AddAsync(archive, "hello")).WasNew.ShouldBeFalse();
        Everything().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Folders_and_files_are_their_owners_own()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Directory.CreateDirectory(Root);
        File.SetUnixFileMode(Root, (UnixFileMode)0b111_101_101);
        await AddAsync(new Archive(Root), "hello");

        File.GetUnixFileMode(Root).ShouldBe((UnixFileMode)0b111_000_000);
        File.GetUnixFileMode(Path.Combine(Root, "2c")).ShouldBe((UnixFileMode)0b111_000_000);
        File.GetUnixFileMode(Path.Combine(Root, "2c", Hash)).ShouldBe((UnixFileMode)0b110_000_000);
    }

    [Fact]
    public async Task What_is_too_long_leaves_nothing_behind()
    {
        var archive = new Archive(Root);

        var refusal = await Should.ThrowAsync<SourceException>(() => archive.AddAsync(new MemoryStream(new byte[11]), 10, TestContext.Current.CancellationToken));

        refusal.State.ShouldBe(StreamState.HeldDrift);
        refusal.Message.ShouldContain("over the limit of 10 bytes");
        Everything().ShouldBeEmpty();
        (await archive.AddAsync(new MemoryStream(new byte[10]), 10, TestContext.Current.CancellationToken)).Length.ShouldBe(10);
    }

    [Fact]
    public async Task A_stream_that_breaks_leaves_nothing_behind()
    {
        var archive = new Archive(Root);

        await Should.ThrowAsync<IOException>(() => archive.AddAsync(new Breaking(), 1000, TestContext.Current.CancellationToken));

        Everything().ShouldBeEmpty();
    }

    [Fact]
    public async Task Bytes_have_no_name_of_the_archive_before_they_are_whole()
    {
        var archive = new Archive(Root);

        await using (var staged = await archive.StageAsync(new MemoryStream("hello"u8.ToArray()), 10, TestContext.Current.CancellationToken))
        {
            staged.Sha256.ShouldBe(Hash);
            archive.Exists(Hash).ShouldBeFalse();
            Everything().ShouldHaveSingleItem().ShouldStartWith(".incoming-");
        }

        Everything().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_killed_run_left_is_cleared_at_the_next_start()
    {
        await AddAsync(new Archive(Root), "hello");
        File.WriteAllText(Path.Combine(Root, ".incoming-1-1"), "hel");

        _ = new Archive(Root);

        Everything().ShouldBe([Hash]);
    }

    [Fact]
    public async Task What_another_run_is_writing_is_left_alone()
    {
        await using var staged = await new Archive(Root).StageAsync(new MemoryStream("hello"u8.ToArray()), 10, TestContext.Current.CancellationToken);

        var second = new Archive(Root);

        Everything().ShouldHaveSingleItem();
        await AddAsync(second, "other");
        staged.Commit().ShouldBeTrue();
        second.Check(Hash).ShouldBeTrue();
    }

    [Fact]
    public async Task Damage_is_seen_and_a_file_cut_short_is_replaced()
    {
        var archive = new Archive(Root);
        await AddAsync(archive, "hello");
        var path = Path.Combine(Root, "2c", Hash);

        File.WriteAllText(path, "hullo");
        archive.Check(Hash).ShouldBeFalse();
        File.WriteAllText(path, "hel");
        (await AddAsync(archive, "hello")).WasNew.ShouldBeTrue();

        archive.Check(Hash).ShouldBeTrue();
        archive.Check(new string('0', 64)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../../../etc/passwd")]
    [InlineData("2CF24DBA5FB0A30E26E83B2AC5B9E29E1B161E5C1FA7425E73043362938B9824")]
    public void Only_a_hash_is_a_name(string name) => Should.Throw<ArgumentException>(() => new Archive(Root).Exists(name));

    [Fact]
    public async Task Many_at_once_do_not_disturb_one_another()
    {
        var archive = new Archive(Root);

        var added = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => AddAsync(archive, $"file {i % 20}")));

        added.Select(a => a.Sha256).Distinct(StringComparer.Ordinal).Count().ShouldBe(20);
        Everything().Count.ShouldBe(20);
        added.ShouldAllBe(a => archive.Check(a.Sha256));
    }

    [Fact]
    public void Several_files_have_the_hash_that_the_shell_gives_too()
    {
        var one = Convert.ToHexStringLower(SHA256.HashData("1"u8));
        var two = Convert.ToHexStringLower(SHA256.HashData("2"u8));

        FileSet.Hash([("a.csv", one)]).ShouldBe(one);
        FileSet.Hash([("b.csv", two), ("a.csv", one)]).ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{one}  a.csv\n{two}  b.csv\n"))));
        FileSet.Hash([("b.csv", two), ("a.csv", one)]).ShouldBe("535d61fdd4171284de388762d26d4ea4d8682ea47f924b6f69b008ee9eaed935");
    }

    public void Dispose() => _folder.Dispose();

    private static Task<(string Sha256, long Length, bool WasNew)> AddAsync(Archive archive, string text) =>
        archive.AddAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), 1000, TestContext.Current.CancellationToken);

    private List<string> Everything() => [.. Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories).Select(f => Path.GetFileName(f)!)];

    /// <summary>Gives some bytes, then fails.</summary>
    private sealed class Breaking : MemoryStream
    {
        private bool _gave;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_gave)
            {
                throw new IOException("broken");
            }

            _gave = true;
            buffer.Span[0] = 1;
            return ValueTask.FromResult(1);
        }
    }
}
