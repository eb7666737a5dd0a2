namespace LicensingPipeline;

/// <summary>
/// What was asked for cannot be done as things stand: another run holds the data folder, or there is nothing in it yet. The
/// message is a sentence for the person who asked; it is no fault of the program, so nobody is shown a stack.
/// </summary>
public sealed class RefusedException(string message, Exception? inner = null) : InvalidOperationException(message, inner);
