namespace Aurum.FlagGen.Generators.Model;

/// <summary>The type of a payload's member, or of a list's elements.</summary>
/// <param name="Kind">What it is read as.</param>
/// <param name="IsNullable">Whether null stands for what is missing.</param>
/// <param name="Record">The record's name.</param>
/// <param name="Element">The type of a list's elements.</param>
internal sealed record PayloadType(PayloadKind Kind, bool IsNullable, string? Record = null, PayloadType? Element = null);
