namespace Aurum.FlagGen.Mutation;

/// <summary>The class that is compiled into a mutated assembly and says which mutant is on.</summary>
internal static class MutantSource
{
    public const string Namespace = "AurumMutation";

    public const string Call = "global::AurumMutation.MutantSwitch.Is";

    public const string Text = """
        namespace AurumMutation
        {
            internal static class MutantSwitch
            {
                public static int Active = -1;
                public static bool[] Hits = null;

                public static bool Is(int id)
                {
                    bool[] hits = Hits;
                    if (hits != null)
                    {
                        hits[id] = true;
                    }

                    return id == Active;
                }
            }
        }
        """;
}
