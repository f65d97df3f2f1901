namespace Aurum.FlagGen.Definitions;

/// <summary>Something in a manifest that cannot be read.</summary>
/// <param name="Range">Where in the text.</param>
/// <param name="FlagKey">The flag that it makes unreadable, or null where it is the manifest as a whole.</param>
/// <param name="Message">A sentence with the place, the value and the fix.</param>
internal sealed record FlagSetFault(TextRange Range, string? FlagKey, string Message);
