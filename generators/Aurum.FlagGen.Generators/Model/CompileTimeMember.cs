namespace Aurum.FlagGen.Generators.Model;

/// <summary>A compile-time flag as a member of the class of switches or of constants.</summary>
/// <param name="Name">The member's name.</param>
/// <param name="Key">The flag's key.</param>
/// <param name="Text">The switch's name, or the symbol for <c>#if</c>.</param>
/// <param name="Value">The flag's value in this build.</param>
internal sealed record CompileTimeMember(string Name, string Key, string Text, bool Value);
