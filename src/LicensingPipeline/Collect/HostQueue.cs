using System.Collections.Concurrent;
using System.Globalization;

namespace LicensingPipeline.Collect;

/// <summary>
/// One request at a time to each host, with a pause counted from the end of the one before. Hosts do not wait for one another. A
/// host is its name, whatever the port or scheme.
/// </summary>
internal sealed class HostQueue(CollectOptions options, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Host> _hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly DateTimeOffset _began = time.GetUtcNow();
    private readonly long _mark = time.GetTimestamp();

    /// <summary>
    /// Pauses are measured with the stop-watch: a wall clock may be set back in the night, or stand still where a night is
    /// played again, and the wait would not end.
    /// </summary>
    private DateTimeOffset Now => _began + time.GetElapsedTime(_mark);

    /// <summary>Waits until it is our turn at the host. Dispose of the turn when the last byte of the answer is in.</summary>
    /// <exception cref="SourceException">The host asked earlier tonight for a longer rest than we wait.</exception>
    public async Task<Turn> EnterAsync(Uri url, CancellationToken ct)
    {
        var host = HostOf(url);
        await host.Gate.WaitAsync(ct);
        try
        {
            if (host.RestUntil - Now > options.MaxRetryAfter)
            {
                throw TooLong(url.Host, host.RestUntil, host.RestState);
            }

            while (host.NotBefore - Now is { Ticks: > 0 } wait)
            {
                // Timers count whole milliseconds; one cut off would end before the pause is over.
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), time, ct);
            }

            return new Turn(this, host);
        }
        catch
        {
            host.Gate.Release();
            throw;
        }
    }

    /// <summary>The host asked for a longer pause in its robots.txt.</summary>
    public void SlowDown(Uri url, TimeSpan pause)
    {
        var host = HostOf(url);
        host.Pause = Longer(host.Pause, pause < options.MaxPause ? pause : options.MaxPause);
    }

    /// <summary>The host asked for a rest (Retry-After); every stream of it waits.</summary>
    public void Rest(Uri url, TimeSpan rest, StreamState state)
    {
        var host = HostOf(url);
        var until = Now + rest;
        if (until > host.RestUntil)
        {
            (host.RestUntil, host.RestState) = (until, state);
        }
    }

    private static SourceException TooLong(string host, DateTimeOffset until, StreamState state) => new(state, string.Create(
        CultureInfo.InvariantCulture,
        $"{host} asked (Retry-After) not to be asked again before {until.UtcDateTime:yyyy-MM-dd HH:mm} UTC, which is longer than a run waits. The next night asks again; if this stays, write to the council."));

    private static TimeSpan Longer(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private Host HostOf(Uri url) => _hosts.GetOrAdd(url.Host, _ => new Host(options.Pause));

    private void Leave(Host host)
    {
        host.LastEnd = Now;
        host.Gate.Release();
    }

    /// <summary>The right to speak to a host, held until the answer is in.</summary>
    internal sealed class Turn(HostQueue queue, Host host) : IDisposable
    {
        public void Dispose() => queue.Leave(host);
    }

    /// <summary>What is remembered of one host; changed only by whoever holds its turn.</summary>
    internal sealed class Host(TimeSpan pause)
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public TimeSpan Pause { get; set; } = pause;

        public DateTimeOffset? LastEnd { get; set; }

        public DateTimeOffset RestUntil { get; set; } = DateTimeOffset.MinValue;

        public DateTimeOffset NotBefore => LastEnd + Pause is { } next && next > RestUntil ? next : RestUntil;

        public StreamState RestState { get; set; } = StreamState.Unreachable;
    }
}
