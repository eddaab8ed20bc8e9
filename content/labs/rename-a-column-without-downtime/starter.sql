alter table users rename column mail to email;
