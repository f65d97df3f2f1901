namespace Aurum.FlagGen.Generators.Model;

/// <summary>What a member's documentation tells, as plain text.</summary>
/// <param name="Key">The flag's key, or a group's prefix.</param>
/// <param name="Type">The flag's type in the manifest's words; null for a group without a flag of its own.</param>
/// <param name="Default">The default value as JSON, shortened.</param>
internal sealed record FlagDocumentation(string Key, string? Type, string? Default, string? Description, string? Owner, string? Expires, bool IsPermanent, bool IsRetired);
