namespace Aurum.FlagGen.Generators.Model;

/// <summary>A number that changes with what is added to it, the same in every process: FNV-1a of 64 bits.</summary>
internal sealed class ShapeHash
{
    private const ulong Prime = 1099511628211;

    public ulong Value { get; private set; } = 14695981039346656037;

    public void Add(string text)
    {
        foreach (char c in text)
        {
            Value = (Value ^ c) * Prime;
        }

        // An end, so that what is added does not run into what follows.
        Value = (Value ^ 0x10000) * Prime;
    }

    public void Add(ulong number) => Value = (Value ^ number) * Prime;
}
