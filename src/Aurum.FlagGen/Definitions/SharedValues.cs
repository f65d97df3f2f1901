namespace Aurum.FlagGen.Definitions;

/// <summary>Gives values that repeat, such as roles and the names of variants, one object each.</summary>
/// <remarks>A cache that forgets: a value takes the place of another with the same slot, so that no choice of texts can make a lookup slow.</remarks>
internal sealed class SharedValues
{
    private const int SlotCount = 1024;
    private const int MaxSharedLength = 32;

    private readonly FlagValue?[] _texts = new FlagValue?[SlotCount];

    public FlagValue Text(string text)
    {
        if (text.Length is 0 or > MaxSharedLength)
        {
            return FlagValue.From(text);
        }

        uint hash = ((((((uint)text.Length * 31) + text[0]) * 31) + text[text.Length / 2]) * 31) + text[^1];
        uint index = (hash ^ (hash >> 10)) % SlotCount;
        FlagValue? shared = _texts[index];
        if (shared is null || shared.AsString != text)
        {
            shared = FlagValue.From(text);
            _texts[index] = shared;
        }

        return shared;
    }
}
