// #region dto
import { IsInt, IsString, Length, Max, Min } from 'class-validator';

export class NewCourse {
  @IsString()
  @Length(1, 80)
  title!: string;

  @IsInt()
  @Min(1)
  @Max(30)
  seats!: number;
}
// #endregion dto
