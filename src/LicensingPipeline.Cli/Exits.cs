namespace LicensingPipeline.Cli;

/// <summary>Exit codes of questions; a run has its own.</summary>
internal static class Exits
{
    /// <summary>Something was found.</summary>
    public const int Found = 0;

    /// <summary>Nothing was found; for a run, that it could not be done.</summary>
    public const int None = 1;

    /// <summary>A source file is wrong.</summary>
    public const int SourceWrong = 3;

    /// <summary>The command was not given as it must be.</summary>
    public const int Usage = 64;

    /// <summary>The data is too old, or there is none.</summary>
    public const int TooOld = 65;

    /// <summary>Stopped from the keyboard, as shells say it.</summary>
    public const int Stopped = 130;
}

/// <summary>A command was not given as it must be; the message says how.</summary>
internal sealed class UsageException(string message) : Exception(message);
