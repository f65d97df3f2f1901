namespace Aurum.FlagGen.Generators.Model;

/// <summary>The struct of a group of flags.</summary>
/// <param name="TypeName">The struct's name.</param>
/// <param name="EngineField">A name for the field that no member has.</param>
/// <param name="KeyPrefix">What the keys of the group's flags begin with.</param>
/// <param name="Flag">The flag that has the group's name for its key, or null.</param>
/// <param name="Members">The flags and groups in it.</param>
internal sealed record GroupModel(string TypeName, string EngineField, string KeyPrefix, FlagShape? Flag, EquatableArray<MemberModel> Members);
