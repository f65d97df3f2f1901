namespace Aurum.FlagGen.Stores;

/// <summary>What a manifest's file holds.</summary>
/// <param name="Text">Its text, with the byte order mark where it has one.</param>
/// <param name="Hash">The hash of its bytes, which is the set's version.</param>
internal sealed record FlagFileContent(string Text, string Hash);
