namespace Aurum.FlagGen.Architecture.Tests;

/// <summary>A folder that uses another.</summary>
/// <param name="User">The folder that uses.</param>
/// <param name="Used">The folder that is used.</param>
/// <param name="Place">A file, and a name in it that does.</param>
internal sealed record RoomUse(string User, string Used, string Place);
