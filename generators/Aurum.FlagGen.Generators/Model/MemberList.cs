namespace Aurum.FlagGen.Generators.Model;

/// <summary>The properties of the generated class or of a group, and what they are written with.</summary>
/// <param name="Members">The flags and groups in it.</param>
/// <param name="EngineField">A name for the field that holds the engine, which no member has.</param>
/// <param name="FlagProperty">A name for the property that is the handle of the group's own flag, which no member has.</param>
/// <param name="Maker">A name for the method that makes the handles of boolean flags, which no member has.</param>
internal sealed record MemberList(EquatableArray<MemberModel> Members, string EngineField, string FlagProperty, string Maker)
{
    public bool HasMaker => Members.Any(static member => member.Kind == MemberKind.Boolean);
}
