using System.Text;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Definitions;

/// <summary>Members that this version of the library does not know: they are kept as they were written, so that an older writer drops nothing that a newer one wrote.</summary>
internal static class UnknownMembers
{
    /// <returns>The unknown members of an object, as a JSON object, or null where there is none.</returns>
    public static string? Of(JsonNode node, MemberTable known)
    {
        StringBuilder? builder = null;
        foreach (JsonMember member in node.Members)
        {
            if (known.Find(member.Name) is not null)
            {
                continue;
            }

            builder = builder is null ? new StringBuilder("{") : builder.Append(',');
            JsonText.AppendString(builder, member.Name);
            builder.Append(':');
            JsonText.Append(builder, member.Value);
        }

        return builder?.Append('}').ToString();
    }
}
