using System.Runtime.CompilerServices;
using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Rules;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>An object whose members were compared with their table: it gives only those of the right kind, and the rest was reported.</summary>
internal readonly struct CheckedObject
{
    private readonly JsonNode _node;

    private CheckedObject(JsonNode node) => _node = node;

    /// <summary>Where to point when a member is missing: at the brace, because the whole object would underline a screenful.</summary>
    public TextRange Opening => new(_node.Range.Start, 1);

    /// <summary>The member's value, or null where it is missing or of the wrong kind.</summary>
    public JsonNode? this[ManifestMember member] => _node[member.Name] is { } value && Takes(member, value) ? value : null;

    /// <summary>An object that was compared with its table before.</summary>
    public static CheckedObject Of(JsonNode node) => new(node);

    [MethodImpl(HotLoop.Options)]
    public static CheckedObject Read(CheckContext check, JsonNode node, MemberTable table)
    {
        IReadOnlyList<JsonMember> members = node.Members;
        for (int i = 0; i < members.Count; i++)
        {
            JsonMember member = members[i];
            if (table.Find(member.Name) is not { } known || !(check.IsDefinition || known.IsInManifest))
            {
                ReportUnknown(check, member, table);
            }
            else if (!Takes(known, member.Value))
            {
                check.Report(ManifestRules.WrongKind, member.Value.Range, known.Name, Phrases.Describe(member.Value), Phrases.Describe(known.Kinds));
            }
        }

        return new CheckedObject(node);
    }

    /// <summary>Whether the member is there, of whatever kind.</summary>
    public bool Has(ManifestMember member) => _node[member.Name] is not null;

    /// <summary>Whether the member is there but of the wrong kind.</summary>
    public bool IsMisused(ManifestMember member) => Has(member) && this[member] is null;

    /// <summary>Where the member's name stands.</summary>
    public TextRange NameRange(ManifestMember member) => _node.Members.First(one => one.Name == member.Name).NameRange;

    private static void ReportUnknown(CheckContext check, JsonMember member, MemberTable table)
    {
        IEnumerable<string> names = table.Members.Where(one => check.IsDefinition || one.IsInManifest).Select(static one => one.Name);
        check.Report(
            ManifestRules.UnknownMember, member.NameRange, Phrases.Shorten(member.Name),
            MisplacedMembers.Find(table, member.Name) ?? check.Suggest(member.Name, names, "remove it"));
    }

    private static bool Takes(ManifestMember member, JsonNode value) => (member.Kinds & KindOf(value.Kind)) != 0;

    private static JsonKinds KindOf(JsonKind kind) => kind switch
    {
        JsonKind.Null => JsonKinds.Null,
        JsonKind.False or JsonKind.True => JsonKinds.Boolean,
        JsonKind.Number => JsonKinds.Number,
        JsonKind.String => JsonKinds.String,
        JsonKind.Array => JsonKinds.Array,
        _ => JsonKinds.Object,
    };
}
