using Aurum.FlagGen.Generators.Model;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Generators.Parsing;

/// <summary>Names for lists of texts: an enum's members, a class's constants.</summary>
internal static class NamedTexts
{
    public static EquatableArray<NamedText> From(IEnumerable<string> texts, string kind, params string[] reserved)
    {
        NameScope scope = new(GeneratedNames.ObjectMembers);
        scope.Reserve(reserved);
        return new([.. texts.Distinct(StringComparer.Ordinal).Select(text => new NamedText(scope.ClaimMember(text, kind), text))]);
    }
}
