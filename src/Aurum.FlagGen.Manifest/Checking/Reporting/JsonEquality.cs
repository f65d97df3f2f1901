namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>Whether two values are written alike: members and elements in the same order, numbers with the same digits. Two that mean the same may differ in it.</summary>
internal static class JsonEquality
{
    public static bool AreEqual(JsonNode? left, JsonNode? right)
    {
        if (left is null || right is null)
        {
            return ReferenceEquals(left, right);
        }

        if (left.Kind != right.Kind || left.Text != right.Text || left.Items.Count != right.Items.Count || left.Members.Length != right.Members.Length)
        {
            return false;
        }

        for (int i = 0; i < left.Items.Count; i++)
        {
            if (!AreEqual(left.Items[i], right.Items[i]))
            {
                return false;
            }
        }

        for (int i = 0; i < left.Members.Length; i++)
        {
            if (left.Members[i].Name != right.Members[i].Name || !AreEqual(left.Members[i].Value, right.Members[i].Value))
            {
                return false;
            }
        }

        return true;
    }
}
