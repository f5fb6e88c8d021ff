#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "sim/base/atomic_file.hpp"
#include "sim/base/error.hpp"
#include "sim/input/hdf5_reader.hpp"
#include "sim/input/hdf5_writer.hpp"
#include "tests/report/temporary_folder.hpp"

namespace minimasim::input {
namespace {

class Hdf5File : public testing::Test {
  protected:
    Hdf5Reader written()
    {
        write_file(file, writer.finish());
        return Hdf5Reader(file, "a test file");
    }

    report::test::TemporaryFolder folder;
    std::filesystem::path file = folder.path() / "test.h5";
    Hdf5Writer writer{Compression::deflate};
};

TEST_F(Hdf5File, HoldsNumbersOfEveryKind)
{
    writer.create_group("/g");
    writer.write("/g/double", std::vector<double>{0.1, -1e300, 0});
    writer.write("/g/int32", std::vector<std::int32_t>{-1, 2147483647});
    writer.write("/g/int64", std::vector<std::int64_t>{-9'000'000'000, 1});
    writer.write("/g/uint8", std::vector<std::uint8_t>(10000, 255));
    writer.write("/g/uint32", std::vector<std::uint32_t>{4294967295U});
    writer.write("/g/empty", std::vector<double>{});

    auto const reader = written();

    EXPECT_EQ(reader.read<double>("/g/double"), (std::vector<double>{0.1, -1e300, 0}));
    EXPECT_EQ(reader.read<std::int32_t>("/g/int32"), (std::vector<std::int32_t>{-1, 2147483647}));
    EXPECT_EQ(reader.read<std::int64_t>("/g/int64"), (std::vector<std::int64_t>{-9'000'000'000, 1}));
    EXPECT_EQ(reader.read<std::uint8_t>("/g/uint8"), std::vector<std::uint8_t>(10000, 255));
    EXPECT_EQ(reader.read<std::uint32_t>("/g/uint32"), std::vector<std::uint32_t>{4294967295U});
    EXPECT_TRUE(reader.read<double>("/g/empty").empty());
}

TEST_F(Hdf5File, KeepsTheShapeOfAnArray)
{
    writer.write("/cube", std::vector<double>(24, 1.5), {2, 3, 4});

    EXPECT_EQ(written().shape("/cube"), (Shape{2, 3, 4}));
}

TEST_F(Hdf5File, HoldsTextsAndTables)
{
    std::vector<std::string> const texts = {"", "één", "a longer text"};
    writer.write_texts("/texts", texts);
    writer.write_table("/table", {{{"name", "", "Name", texts},
                                   {"count", "persons", "Count", std::vector<std::int64_t>{1, 2, 3}},
                                   {"value", "euro", "Value", std::vector<double>{0.1, 0.2, 0.3}}}});

    auto const reader = written();

    EXPECT_EQ(reader.read_texts("/texts"), texts);
    EXPECT_EQ(reader.read_column<std::string>("/table", "name"), texts);
    EXPECT_EQ(reader.read_column<std::int64_t>("/table", "count"), (std::vector<std::int64_t>{1, 2, 3}));
    EXPECT_EQ(reader.read_column<double>("/table", "value"), (std::vector<double>{0.1, 0.2, 0.3}));
    EXPECT_EQ(reader.attribute<std::string>("/table", "columns"),
              "name: Name\ncount [persons]: Count\nvalue [euro]: Value");
}

TEST_F(Hdf5File, HoldsAttributes)
{
    writer.set_attribute("/", "text", "");
    writer.set_attribute("/", "number", 0.1);
    writer.set_attribute("/", "seed", std::uint64_t{18446744073709551615U});

    auto const reader = written();

    EXPECT_EQ(reader.attribute<std::string>("/", "text"), "");
    EXPECT_EQ(reader.attribute<double>("/", "number"), 0.1);
    EXPECT_EQ(reader.attribute<std::uint64_t>("/", "seed"), 18446744073709551615U);
    EXPECT_FALSE(reader.has_attribute("/", "absent"));
}

TEST_F(Hdf5File, SaysWhatIsNotAsItShouldBe)
{
    writer.write("/numbers", std::vector<double>{1});

    auto const reader = written();

    EXPECT_TRUE(reader.has("/numbers"));
    EXPECT_FALSE(reader.has("/absent/numbers"));
    EXPECT_THROW(reader.read<std::int32_t>("/numbers"), InputError);
    EXPECT_THROW(reader.read_texts("/numbers"), InputError);
    EXPECT_THROW(reader.read_column<double>("/numbers", "x"), InputError);
    EXPECT_THROW(reader.read<double>("/absent/numbers"), InputError);
    EXPECT_THROW(reader.attribute<double>("/", "absent"), InputError);
}

TEST_F(Hdf5File, RefusesContentThatDoesNotFit)
{
    EXPECT_THROW(writer.write("/x", std::vector<double>{1, 2, 3}, {2, 2}), std::runtime_error);
    EXPECT_THROW(writer.write("/absent/x", std::vector<double>{1}), std::runtime_error);
    EXPECT_THROW(writer.write_table(
                     "/t", {{{"a", "", "", std::vector<double>{1}}, {"b", "", "", std::vector<double>{}}}}),
                 std::runtime_error);
}

}  // namespace
}  // namespace minimasim::input
