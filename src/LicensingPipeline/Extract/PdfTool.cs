using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace LicensingPipeline.Extract;

/// <summary>
/// The program pdftotext of poppler, run on bytes: they go in by its standard input, so that no copy with names in it
/// lies on a disk, and its text is read while it writes.
/// </summary>
internal sealed record PdfTool
{
    private const string Missing = "PDF files are read with the program pdftotext, and it is not installed. Install poppler (Debian and Ubuntu: apt install poppler-utils; macOS: brew install poppler) and run again.";

    /// <summary>The program.</summary>
    public string Program { get; init; } = "pdftotext";

    /// <summary>Most memory it may take.</summary>
    public long MemoryBytes { get; init; } = Caps.PdfMemoryBytes;

    /// <summary>Longest time it may run.</summary>
    public TimeSpan Time { get; init; } = Caps.PdfTime;

    /// <summary>The pages of a file, each as soon as it is written.</summary>
    /// <exception cref="SourceException">The program is not there, fails, or goes over a limit.</exception>
    public IEnumerable<PdfPage> Pages(SourceFile file)
    {
        using var run = Start();
        using var late = new CancellationTokenSource(Time);
        using var stop = late.Token.Register(() => Kill(run));
        var complaints = run.StandardError.ReadToEndAsync(CancellationToken.None);
        var feeding = Task.Run(() => Feed(file, run), CancellationToken.None);
        var done = false;
        try
        {
            // What the program said before it failed is not to be judged; that it failed is.
            foreach (var page in Spoken(run, late.Token))
            {
                yield return page;
            }

            done = true;
        }
        finally
        {
            if (!done)
            {
                Kill(run);
            }

            run.WaitForExit();
            feeding.GetAwaiter().GetResult();
        }

        if (Fault(run.ExitCode, complaints.GetAwaiter().GetResult(), late.IsCancellationRequested) is { } fault)
        {
            throw fault;
        }
    }

    private static IEnumerable<PdfPage> Spoken(Process run, CancellationToken late)
    {
        using var pages = PdfWords.Pages(run.StandardOutput).GetEnumerator();
        while (true)
        {
            try
            {
                if (!pages.MoveNext())
                {
                    yield break;
                }
            }
            catch (SourceException) when (Failed(run, late))
            {
                yield break;
            }

            yield return pages.Current;
        }
    }

    /// <summary>Whether the program has ended badly, given a moment to end.</summary>
    private static bool Failed(Process run, CancellationToken late) =>
        late.IsCancellationRequested || (run.WaitForExit(TimeSpan.FromSeconds(2)) && run.ExitCode != 0);

    private Process Start()
    {
        // Excluding what a shell says when it cannot set a limit, which macOS cannot.
        var limited = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"ulimit -v {MemoryBytes / 1024} 2>/dev/null; ulimit -c 0; ulimit -t {Math.Ceiling(Time.TotalSeconds)}; command -v \"$0\" >/dev/null || exit 127; exec \"$0\" -q -tsv -enc UTF-8 - -");
        var start = new ProcessStartInfo("/bin/sh", ["-c", limited, Program])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception none)
        {
            throw new SourceException(StreamState.HeldDrift, Missing, null, none);
        }
    }

    private static void Feed(SourceFile file, Process run)
    {
        try
        {
            using var bytes = file.Open();
            using var into = run.StandardInput.BaseStream;
            bytes.CopyTo(into);
        }
        catch (IOException)
        {
            // The program has ended before it took all; its exit code says why.
        }
    }

    private static void Kill(Process run)
    {
        try
        {
            run.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    private static SourceException? Fault(int exit, string complaints, bool late) => (exit, late) switch
    {
        (0, false) => null,
        // 152: out of processor time.
        (_, true) or (152, _) => SourceException.Cap("The time the PDF takes to read", "120 seconds"),
        (127, _) => new SourceException(StreamState.HeldDrift, Missing),
        // 137: killed; 134 and 139: what a program in C++ does when it is refused memory.
        (134 or 137 or 139, _) => SourceException.Cap("The memory the PDF takes to read", "1 GB"),
        (1, _) when complaints.Contains("out of memory", StringComparison.OrdinalIgnoreCase) => SourceException.Cap("The memory the PDF takes to read", "1 GB"),
        (1, _) => SourceException.Drift("The PDF cannot be opened: it is damaged, cut off, or no PDF at all. Open it in a browser; if it does not open there either, write to the publisher."),
        _ => SourceException.Drift("The program pdftotext failed on the PDF. Open it in a browser; if it is under a password, ask the publisher for one that is not."),
    };
}
