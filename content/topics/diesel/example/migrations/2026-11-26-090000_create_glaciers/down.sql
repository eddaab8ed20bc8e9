DROP TABLE readings;

DROP TABLE glaciers;
