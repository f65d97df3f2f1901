namespace Aurum.FlagGen.Generators.Model;

/// <summary>The struct of a group of flags.</summary>
/// <param name="TypeName">The struct's name.</param>
/// <param name="KeyPrefix">What the keys of the group's flags begin with.</param>
/// <param name="Flag">The flag that has the group's name for its key, or null.</param>
/// <param name="Content">The flags and groups in it.</param>
internal sealed record GroupModel(string TypeName, string KeyPrefix, FlagShape? Flag, MemberList Content);
