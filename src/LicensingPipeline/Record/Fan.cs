using System.Collections.Concurrent;

namespace LicensingPipeline.Record;

/// <summary>Hands what one thread makes to several that write it, in order, a few batches ahead at most, so that reading and writing overlap.</summary>
internal static class Fan
{
    private const int BatchSize = 128;
    private const int BatchesAhead = 6;

    /// <summary>Runs until all is written; what any of them throws is thrown here.</summary>
    public static void Out<T>(IEnumerable<T> items, IReadOnlyList<Action<IReadOnlyList<T>>> writers)
    {
        var queues = writers.Select(_ => new BlockingCollection<IReadOnlyList<T>>(BatchesAhead)).ToList();
        var threads = writers.Select((write, i) => Task.Factory.StartNew(() => Drain(queues[i], write), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToList();
        try
        {
            foreach (var batch in items.Chunk(BatchSize))
            {
                foreach (var (queue, thread) in queues.Zip(threads))
                {
                    // A writer that failed takes nothing more; waiting on its full queue would be for ever.
                    while (!thread.IsCompleted && !queue.TryAdd(batch, millisecondsTimeout: 50))
                    {
                    }
                }

                if (threads.Exists(t => t.IsFaulted))
                {
                    break;
                }
            }
        }
        finally
        {
            queues.ForEach(q => q.CompleteAdding());
            Task.WhenAll(threads).GetAwaiter().GetResult();
            queues.ForEach(q => q.Dispose());
        }
    }

    private static void Drain<T>(BlockingCollection<IReadOnlyList<T>> queue, Action<IReadOnlyList<T>> write)
    {
        foreach (var batch in queue.GetConsumingEnumerable())
        {
            write(batch);
        }
    }
}
