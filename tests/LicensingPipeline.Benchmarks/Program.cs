using System.Diagnostics;
using System.Globalization;
using LicensingPipeline.Catalogue;
using LicensingPipeline.Extract;
using LicensingPipeline.Map;
using LicensingPipeline.Normalise;

// Where the time of reading goes, stage by stage, on one register. Usage: Benchmarks SOURCES-FOLDER REGISTER-FILE
// A register of any size is written by: licensing bench register FOLDER
var sources = SourceFolder.Read(args[0], args[0]);
var (source, spec) = sources.Streams()[0];
SourceFile[] files = [new(Path.GetFileName(args[1]), () => File.OpenRead(args[1]))];
for (var round = 0; round < 3; round++)
{
    Time("extract", () => new TableReader(spec).Open(files).Sum(t => t.Rows.LongCount()));
    Time("extract + map", () =>
    {
        var reader = new TableReader(spec);
        return reader.Open(files).Sum(t => new Mapper(spec, ColumnMap.For(spec, t.Headings), reader.Summary).Map(t.Rows).LongCount());
    });
    Time("extract + map + normalise", () => new CopyReader(source.Authority, spec, files, new DateOnly(2026, 11, 1)).Read().LongCount());
}

static void Time(string what, Func<long> work)
{
    var (started, allocated) = (Stopwatch.GetTimestamp(), GC.GetTotalAllocatedBytes());
    using var process = Process.GetCurrentProcess();
    var before = process.TotalProcessorTime;
    var rows = work();
    process.Refresh();
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-28}{rows,10:N0} rows {Stopwatch.GetElapsedTime(started).TotalSeconds,7:F2} s {(process.TotalProcessorTime - before).TotalSeconds,7:F2} s cpu {(GC.GetTotalAllocatedBytes() - allocated) / 1e6,8:F0} MB"));
}
