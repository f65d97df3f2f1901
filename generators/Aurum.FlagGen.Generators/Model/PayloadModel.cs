namespace Aurum.FlagGen.Generators.Model;

/// <summary>The record of an object flag's value, or of an object within it.</summary>
internal sealed record PayloadModel(string TypeName, string Key, string? Description, EquatableArray<PayloadMember> Members);
