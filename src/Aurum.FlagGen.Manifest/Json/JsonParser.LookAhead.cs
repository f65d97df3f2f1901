namespace Aurum.FlagGen.Manifest.Json;

/// <summary>Looks at what follows a fault, without a step and without a word, to tell what was meant.</summary>
internal sealed partial class JsonParser
{
    private bool IsMemberAhead(char c) => c switch
    {
        '"' or '\'' => IsNameAhead(),
        '{' or '[' or ':' => false,
        _ => LookAhead(static parser =>
        {
            parser._scanner.SkipWord();
            return parser._scanner.SkipTrivia() == ':';
        }),
    };

    private bool IsValueAhead(char c) => c switch
    {
        '"' or '\'' or '{' or '[' => true,
        ':' => false,
        _ => LookAhead(static parser =>
        {
            int start = parser._scanner.SkipWord();
            return JsonWord.IsValue(parser._scanner.Slice(start, parser._scanner.Position));
        }),
    };

    /// <summary>Whether the string at hand has a colon after it.</summary>
    private bool IsNameAhead() => LookAhead(static parser => parser._scanner.ReadString() is not null && parser._scanner.SkipTrivia() == ':');

    /// <summary>Asks what follows and steps back. Each piece of the text is looked at a fixed number of times, so that reading stays linear.</summary>
    private bool LookAhead(Func<JsonParser, bool> question)
    {
        JsonScanner.Mark mark = _scanner.GetMark();
        bool wasMuted = Mute();
        bool answer = question(this);
        faults.IsMuted = wasMuted;
        _scanner.Return(mark);
        return answer;
    }

    private bool Mute()
    {
        bool wasMuted = faults.IsMuted;
        faults.IsMuted = true;
        return wasMuted;
    }
}
