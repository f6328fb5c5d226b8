using System.Runtime.InteropServices;

public static partial class OnlineBinPacking
{
    /// <summary>Bins by the room that is left in them. Bins of equal room are alike: it counts which rooms there are, and which bin of each
    /// is the first.</summary>
    /// <remarks>There is always one more empty bin, as long as items remain: the next one.</remarks>
    private sealed class OpenBins
    {
        private readonly int _capacity;
        private readonly int[] _roomOfBin;
        private readonly int[] _binsWith;
        private readonly int[] _firstWith;
        private readonly List<int> _rooms;
        private int _opened;

        public OpenBins(int capacity, int items)
        {
            _capacity = capacity;
            _roomOfBin = new int[items];
            Array.Fill(_roomOfBin, capacity);
            _binsWith = new int[capacity + 1];
            _binsWith[capacity] = items;
            _firstWith = new int[capacity + 1];
            _rooms = [capacity];
        }

        /// <summary>The different rooms of at least a size, ascending.</summary>
        public ReadOnlySpan<int> RoomsFrom(int size)
        {
            var from = _rooms.BinarySearch(size);
            return CollectionsMarshal.AsSpan(_rooms)[(from < 0 ? ~from : from)..];
        }

        /// <summary>The bin with this room that was opened first.</summary>
        public int FirstWith(int room) => _firstWith[room];

        /// <summary>Puts an item into the first bin of its room.</summary>
        public void Put(int item, int bin)
        {
            _opened = Math.Max(_opened, bin + 1);
            Leave(_roomOfBin[bin], bin);
            _roomOfBin[bin] -= item;
            Enter(_roomOfBin[bin], bin);
        }

        private void Leave(int room, int bin)
        {
            if (--_binsWith[room] == 0)
            {
                _rooms.RemoveAt(_rooms.BinarySearch(room));
            }
            else
            {
                var next = bin + 1;
                _firstWith[room] = room == _capacity ? next : next + _roomOfBin.AsSpan(next, _opened - next).IndexOf(room);
            }
        }

        private void Enter(int room, int bin)
        {
            if (_binsWith[room]++ == 0)
            {
                _rooms.Insert(~_rooms.BinarySearch(room), room);
                _firstWith[room] = bin;
            }
            else
            {
                _firstWith[room] = Math.Min(_firstWith[room], bin);
            }
        }
    }
}
