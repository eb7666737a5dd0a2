namespace LicensingPipeline;

/// <summary>
/// A source that failed, as a sentence for the person who can mend it. It is caught in one place, where it becomes the
/// stream's state; the other sources go on. A bug is never one of these.
/// </summary>
/// <param name="state">The state the stream ends in.</param>
/// <param name="message">What happened, to what, and what to do. Never a cell's content.</param>
/// <param name="suggestion">A line of YAML that would mend it, where one would.</param>
/// <param name="inner">What a library threw, where it was one.</param>
public sealed class SourceException(StreamState state, string message, string? suggestion = null, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>The state the stream ends in.</summary>
    public StreamState State { get; } = state;

    /// <summary>A line of YAML that would mend the source file, where one would.</summary>
    public string? Suggestion { get; } = suggestion;

    /// <summary>The file is not of the shape the source file describes.</summary>
    public static SourceException Drift(string message, string? suggestion = null) =>
        new(StreamState.HeldDrift, message, suggestion);

    /// <summary>A limit that protects the machine was reached; real registers stay far below it.</summary>
    public static SourceException Cap(string what, string limit) =>
        new(StreamState.HeldDrift, $"{what} is over the limit of {limit}; no real register comes near it. Look at the file: it may be damaged or hostile.");

    /// <summary>A pattern of the source file runs for longer than a second on one cell.</summary>
    public static SourceException SlowPattern(string key, Exception inner) =>
        new(StreamState.HeldDrift, $"The pattern under {key} in the source file runs for longer than a second on one text of this file. Write a simpler one: no repetition inside a repetition.", null, inner);

    /// <summary>A reader could not make sense of the bytes.</summary>
    public static SourceException Unreadable(string format, Exception inner) =>
        new(StreamState.HeldDrift, $"The file could not be read as {format} ({inner.GetType().Name}). It may be cut off or be of another kind; open it, and compare with read.format in the source file.", null, inner);
}
