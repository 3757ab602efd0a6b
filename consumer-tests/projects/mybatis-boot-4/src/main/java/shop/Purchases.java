package shop;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
public interface Purchases {
  @Insert("insert into purchase values (#{id}, #{price}, 'NEW')")
  void add(String id, long price);

  @Select("select price from purchase where id = #{id}")
  Long price(String id);

  @Select("select state from purchase where id = #{id}")
  String state(String id);

  @Update("update purchase set state = #{state} where id = #{id}")
  int become(String id, String state);
}
