using System.Text;
using System.Text.RegularExpressions;

namespace Aurum.FlagGen.TestKit.CodeBase;

/// <summary>Takes the marks out of a text: <c>«AFG2001:"new_nva"»</c> stands for the text within, and for a fault there.</summary>
internal static partial class MarkedFaults
{
    public static string TakeOut(string path, string marked, ICollection<PlantedFault> faults)
    {
        StringBuilder text = new(marked.Length);
        int end = 0;
        foreach (Match mark in Mark().Matches(marked))
        {
            text.Append(marked, end, mark.Index - end);
            faults.Add(new PlantedFault(path, mark.Groups["rule"].Value, text.Length, mark.Groups["text"].Value));
            text.Append(mark.Groups["text"].Value);
            end = mark.Index + mark.Length;
        }

        return text.Append(marked, end, marked.Length - end).ToString();
    }

    [GeneratedRegex("«(?<rule>AFG[0-9]{4}):(?<text>[^»]*)»")]
    private static partial Regex Mark();
}
